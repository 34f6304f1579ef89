using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>Sobol' points: they fill the unit cube more evenly than random ones, however many are taken. Immutable; may be shared between threads.</summary>
/// <remarks>
/// The points in Gray code order (Antonov and Saleev 1979), with the direction numbers of Joe and Kuo (2008). The first 2^k points
/// lie one in each of 2^k equal slices of every coordinate. Scrambling keeps this and makes every point uniformly distributed:
/// A. B. Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (1995). The random flips of its tree of digits are hashed
/// rather than stored, an idea of S. Laine and T. Karras, "Stratified sampling for stochastic transparency" (2011), in the form of
/// B. Burley, "Practical hash-based Owen scrambling" (2020); the hash here is SplitMix64 (Steele, Lea and Flood 2014), one for each digit.
/// </remarks>
public sealed class SobolSequence
{
    /// <summary>Largest possible dimension: 128.</summary>
    public const int MaxDimension = SobolDirections.MaxDimension;

    private const double Unit = 1.0 / (1UL << SobolDirections.Digits);

    private readonly uint[][] _directions;
    private readonly ulong[]? _keys;

    /// <summary>The sequence as it is defined: the first point is 0 in every coordinate, the second 1/2.</summary>
    /// <param name="dimension">Number of coordinates: 1 … 128.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is outside that range.</exception>
    public SobolSequence(int dimension)
        : this(dimension, keys: null)
    {
    }

    private SobolSequence(int dimension, ulong[]? keys)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimension, MaxDimension);
        _directions = [.. Enumerable.Range(0, dimension).Select(SobolDirections.Of)];
        _keys = keys;
    }

    /// <summary>Number of coordinates.</summary>
    public int Dimension => _directions.Length;

    /// <summary>The sequence scrambled at random.</summary>
    /// <param name="dimension">Number of coordinates: 1 … 128.</param>
    /// <param name="seed">Seed of the scrambling.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimension"/> is outside its range.</exception>
    public static SobolSequence Scrambled(int dimension, ulong seed)
    {
        var random = new SolverRandom(seed);
        return new SobolSequence(dimension, [.. Enumerable.Range(0, Math.Max(dimension, 0)).Select(_ => random.NextBits())]);
    }

    /// <summary>One point of the sequence.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <returns>Coordinates from 0 (included) to 1 (excluded), multiples of 2^-32. Shape: [dimension].</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public ImmutableArray<double> Point(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return [.. Enumerable.Range(0, Dimension).Select(coordinate => Unit * Coordinate(coordinate, (uint)index))];
    }

    /// <summary>Several points of the sequence, one after the other.</summary>
    /// <param name="count">How many. Not negative.</param>
    /// <param name="first">Number of the first. Default: 0.</param>
    /// <returns>Shape: [count, dimension].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public ImmutableArray<ImmutableArray<double>> Points(int count, int first = 0) =>
        [.. Enumerable.Range(first, count).Select(Point)];

    private uint Coordinate(int coordinate, uint index)
    {
        var fraction = 0u;
        var gray = index ^ (index >> 1);
        for (var digit = 0; gray != 0; digit++, gray >>= 1)
        {
            if ((gray & 1) == 1)
                fraction ^= _directions[coordinate][digit];
        }

        return _keys is null ? fraction : Scramble(fraction, _keys[coordinate]);
    }

    // Flips each digit or not, depending on the digits before it. These lead to one node of a binary tree, numbered
    // as in a heap: the root is 1, the children of k are 2k and 2k+1.
    private static uint Scramble(uint fraction, ulong key)
    {
        var flips = 0u;
        for (var digit = 0; digit < SobolDirections.Digits; digit++)
        {
            var node = (1UL << digit) | ((ulong)fraction >> (SobolDirections.Digits - digit));
            flips = (flips << 1) | (uint)(SplitMix(key, node) >> 63);
        }

        return fraction ^ flips;
    }

    // The number at the given position of the SplitMix64 sequence that starts from the key.
    private static ulong SplitMix(ulong key, ulong position)
    {
        var bits = key + position * 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
