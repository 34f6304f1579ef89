using System.Diagnostics;

namespace Hnn.Core.Randomness;

/// <summary>The generator behind NumPy's <c>RandomState(seed)</c>: MT19937 with NumPy's legacy distributions. Gives the same doubles, bit for bit.</summary>
/// <remarks>
/// Mutable; not safe for use by several threads. Source: Matsumoto and Nishimura (1998), Mersenne Twister,
/// ACM Trans. Model. Comput. Simul. 8, 3-30; normal numbers by Marsaglia's polar method.
/// </remarks>
public sealed class NumPyLegacyRandom
{
    private const int Length = 624;
    private const int Shift = 397;

    private readonly uint[] _words = new uint[Length];
    private int _next = Length;
    private double _savedGaussian;
    private bool _hasSavedGaussian;

    /// <summary>Starts the sequence that belongs to a seed.</summary>
    /// <param name="seed">Any 32-bit number.</param>
    public NumPyLegacyRandom(uint seed)
    {
        _words[0] = seed;
        for (var i = 1; i < Length; i++)
            _words[i] = 1812433253u * (_words[i - 1] ^ (_words[i - 1] >> 30)) + (uint)i;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_next == Length)
            Renew();
        var y = _words[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680u;
        y ^= (y << 15) & 0xefc60000u;
        return y ^ (y >> 18);
    }

    /// <summary>A number uniformly distributed in [0, 1), with 53 random bits.</summary>
    public double NextDouble()
    {
        var high = NextUInt32() >> 5;
        var low = NextUInt32() >> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /// <summary>A normally distributed number with mean 0 and standard deviation 1.</summary>
    /// <remarks>The polar method makes two numbers at a time; the second is kept for the next call.</remarks>
    public double NextGaussian()
    {
        if (_hasSavedGaussian)
        {
            _hasSavedGaussian = false;
            return _savedGaussian;
        }
        double x1, x2, r2;
        do
        {
            x1 = 2.0 * NextDouble() - 1.0;
            x2 = 2.0 * NextDouble() - 1.0;
            r2 = x1 * x1 + x2 * x2;
        }
        while (r2 >= 1.0 || r2 == 0.0);
        var f = Math.Sqrt(-2.0 * Math.Log(r2) / r2);
        _savedGaussian = f * x1;
        _hasSavedGaussian = true;
        return f * x2;
    }

    /// <summary>A normally distributed number.</summary>
    /// <param name="mu">Mean.</param>
    /// <param name="sigma">Standard deviation. Not negative.</param>
    public double Normal(double mu, double sigma)
    {
        Debug.Assert(sigma >= 0, "Checked where drives are added.");
        return mu + sigma * NextGaussian();
    }

    /// <summary>An exponentially distributed number.</summary>
    /// <param name="scale">Mean. Not negative.</param>
    public double Exponential(double scale) => scale * -Math.Log(1.0 - NextDouble());

    private void Renew()
    {
        for (var i = 0; i < Length; i++)
        {
            var y = (_words[i] & 0x80000000u) | (_words[(i + 1) % Length] & 0x7fffffffu);
            _words[i] = _words[(i + Shift) % Length] ^ (y >> 1) ^ ((y & 1) * 0x9908b0dfu);
        }
        _next = 0;
    }
}
