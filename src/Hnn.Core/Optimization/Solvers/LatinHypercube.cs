using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>Random points of the unit cube that are spread evenly in each coordinate by itself.</summary>
/// <remarks>Source: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979) 239.</remarks>
public static class LatinHypercube
{
    /// <summary>Draws points: of <paramref name="count"/> equal slices of a coordinate, each holds one point, at a random place.</summary>
    /// <param name="count">Number of points. Positive.</param>
    /// <param name="dimension">Number of coordinates. Positive.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <returns>Coordinates from 0 (included) to 1 (excluded). Shape: [count, dimension].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static ImmutableArray<ImmutableArray<double>> Points(int count, int dimension, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        var random = new SolverRandom(seed);
        var columns = Enumerable.Range(0, dimension).Select(_ => Column(count, random)).ToArray();
        return [.. Enumerable.Range(0, count).Select(point => columns.Select(column => column[point]).ToImmutableArray())];
    }

    private static double[] Column(int count, SolverRandom random) =>
        [.. random.NextPermutation(count).Select(slice => Math.Min((slice + random.NextUniform()) / count, Math.BitDecrement(1.0)))];
}
