using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Minimises a cheap function over a box: many candidates, of which the best are followed downhill. Bounds are reached exactly and never left.</summary>
/// <param name="random">Random numbers.</param>
/// <param name="low">Lower bounds.</param>
/// <param name="high">Upper bounds.</param>
internal sealed class AcquisitionSearch(SolverRandom random, double[] low, double[] high)
{
    private const double ShareAtBounds = 0.2;
    private const int Iterations = 25;
    private static readonly double[] s_steps = [0.02, 0.07, 0.2];

    /// <summary>Draws points all over the box and points near some that are known to be good; in both kinds some coordinates lie on bounds.</summary>
    /// <param name="everywhere">Number of points all over the box.</param>
    /// <param name="incumbents">The known points.</param>
    /// <param name="nearby">Number of points near them, each with its share.</param>
    public List<double[]> Draw(int everywhere, IReadOnlyList<ImmutableArray<double>> incumbents, int nearby)
    {
        var candidates = new List<double[]>(everywhere + nearby);
        for (var i = 0; i < everywhere; i++)
            candidates.Add([.. low.Select((_, j) => Coordinate(j, i % 2 == 0 ? 0 : ShareAtBounds))]);
        for (var i = 0; i < nearby; i++)
            candidates.Add(Near(incumbents[i % incumbents.Count], s_steps[i / incumbents.Count % s_steps.Length]));
        return candidates;
    }

    /// <summary>A point near another one: about half of its coordinates are moved by normal steps.</summary>
    /// <param name="center">The other point.</param>
    /// <param name="step">Standard deviation of the steps.</param>
    public double[] Near(ImmutableArray<double> center, double step)
    {
        var always = random.NextIndex(center.Length);
        return [.. center.Select((value, j) => j == always || random.NextUniform() < 0.5
            ? Math.Clamp(value + step * random.NextNormal(), low[j], high[j])
            : Math.Clamp(value, low[j], high[j]))];
    }

    /// <summary>Follows the function downhill from the best candidates.</summary>
    /// <param name="function">The function.</param>
    /// <param name="candidates">The candidates with their values, in any order.</param>
    /// <param name="climbs">How many of them are followed.</param>
    /// <returns>The best point found.</returns>
    public double[] Minimize(DifferentiableFunction function, IEnumerable<(double[] Point, double Value)> candidates, int climbs) =>
        candidates.OrderBy(candidate => candidate.Value).Take(climbs)
            .Select(candidate => BoundedQuasiNewton.Minimize(function, candidate.Point, low, high, Iterations, tolerance: 1e-6))
            .MinBy(result => result.Value).Point;

    private double Coordinate(int j, double shareAtBounds)
    {
        var (chance, place) = (random.NextUniform(), random.NextUniform());
        if (chance < shareAtBounds)
            return place < 0.5 ? low[j] : high[j];
        return low[j] + (high[j] - low[j]) * place;
    }
}
