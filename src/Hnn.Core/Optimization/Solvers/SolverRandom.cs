using Hnn.Core.Randomness;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The random numbers of solvers: uniform and normal, from PCG64. Mutable; one for each run.</summary>
internal sealed class SolverRandom(ulong seed)
{
    private readonly NumPyGenerator _bits = new(seed);
    private double _spare = double.NaN;

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits() => _bits.NextUInt64();

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextUniform() => (_bits.NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in 0 … count-1.</summary>
    public int NextIndex(int count) => (int)(NextUniform() * count);

    /// <summary>Standard normal, by Marsaglia's polar method.</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spare))
        {
            var saved = _spare;
            _spare = double.NaN;
            return saved;
        }

        double x, y, square;
        do
        {
            (x, y) = (2 * NextUniform() - 1, 2 * NextUniform() - 1);
            square = x * x + y * y;
        }
        while (square is >= 1 or 0);
        var factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _spare = y * factor;
        return x * factor;
    }

    /// <summary>The numbers 0 … count-1 in random order.</summary>
    public int[] NextPermutation(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var j = NextIndex(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
