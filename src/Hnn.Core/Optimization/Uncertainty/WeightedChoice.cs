using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Random choices by weight.</summary>
internal static class WeightedChoice
{
    /// <summary>An index, drawn with a probability proportional to its weight.</summary>
    /// <param name="cumulative">Sums of the weights up to each index, itself included; the last is positive.</param>
    /// <param name="random">Where the random number comes from.</param>
    public static int Pick(double[] cumulative, SolverRandom random)
    {
        var found = Array.BinarySearch(cumulative, random.NextUniform() * cumulative[^1]);
        return Math.Min(found >= 0 ? found + 1 : ~found, cumulative.Length - 1);
    }
}
