using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>The points that sensitivity analyses start from: they fill the cube more evenly than independent ones.</summary>
internal static class BasePoints
{
    /// <summary>A Latin hypercube: in each coordinate, every one of the equal slices holds one point.</summary>
    /// <returns>Shape: [count][dimension].</returns>
    /// <remarks>Source: M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979).</remarks>
    public static ImmutableArray<double>[] Draw(int count, int dimension, SolverRandom random)
    {
        var points = Enumerable.Range(0, count).Select(_ => new double[dimension]).ToArray();
        for (var coordinate = 0; coordinate < dimension; coordinate++)
        {
            var slices = random.NextPermutation(count);
            for (var i = 0; i < count; i++)
                points[i][coordinate] = (slices[i] + random.NextUniform()) / count;
        }

        return [.. points.Select(point => point.ToImmutableArray())];
    }
}
