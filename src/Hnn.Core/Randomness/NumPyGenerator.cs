using System.Numerics;

namespace Hnn.Core.Randomness;

/// <summary>The generator behind NumPy's <c>default_rng(seed)</c>: PCG64, seeded by way of NumPy's SeedSequence. Gives the same integers.</summary>
/// <remarks>Mutable; not safe for use by several threads. Source: M. E. O'Neill, "PCG" (2014), the variant XSL RR 128/64.</remarks>
public sealed class NumPyGenerator
{
    private static readonly UInt128 Multiplier = new(2549297995355413924, 4865540595714422341);

    private readonly UInt128 _increment;
    private UInt128 _state;
    private uint _savedHalf;
    private bool _hasSavedHalf;

    /// <summary>Starts the sequence that belongs to a seed.</summary>
    /// <param name="seed">Any number that is not negative.</param>
    public NumPyGenerator(ulong seed)
    {
        var words = new SeedSequence(seed).Words(4);
        _increment = (new UInt128(words[2], words[3]) << 1) | UInt128.One;
        Step();
        _state += new UInt128(words[0], words[1]);
        Step();
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        Step();
        return BitOperations.RotateRight((ulong)(_state >> 64) ^ (ulong)_state, (int)(_state >> 122));
    }

    /// <summary>The next 32 random bits: the low half of 64 bits first, then the high half.</summary>
    public uint NextUInt32()
    {
        if (_hasSavedHalf)
        {
            _hasSavedHalf = false;
            return _savedHalf;
        }
        var bits = NextUInt64();
        _savedHalf = (uint)(bits >> 32);
        _hasSavedHalf = true;
        return (uint)bits;
    }

    /// <summary>Chooses some of the numbers 0 … population-1, none twice.</summary>
    /// <param name="population">How many numbers there are. Not negative.</param>
    /// <param name="count">How many of them are chosen: 0 … <paramref name="population"/>.</param>
    /// <returns>The chosen numbers: the same set as <c>choice(range(population), count, replace=False)</c>, in ascending order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public int[] ChoiceWithoutReplacement(int population, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, population);
        var chosen = population > 10000 && count > population / 50
            ? ChooseByShuffling(population, count)
            : ChooseByFloyd(population, count);
        Array.Sort(chosen);
        return chosen;
    }

    // Shuffles the tail of a list of all numbers; the tail is the choice.
    private int[] ChooseByShuffling(int population, int count)
    {
        var numbers = Enumerable.Range(0, population).ToArray();
        for (var i = population - 1; i >= Math.Max(population - count, 1); i--)
        {
            var j = (int)NextUpTo((uint)i);
            (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
        }
        return numbers[(population - count)..];
    }

    // Floyd's method: a number that is taken already is replaced by the newest possible one, which cannot be.
    private int[] ChooseByFloyd(int population, int count)
    {
        var chosen = new HashSet<int>(count);
        for (var newest = population - count; newest < population; newest++)
        {
            if (!chosen.Add((int)NextUpTo((uint)newest)))
                chosen.Add(newest);
        }
        return [.. chosen];
    }

    // A number uniformly distributed in 0 … bound, both included, by Lemire's method. Draws nothing if the bound is 0.
    private uint NextUpTo(uint bound)
    {
        if (bound == 0)
            return 0;
        var range = bound + 1;
        var product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            var threshold = (uint.MaxValue - bound) % range;
            while ((uint)product < threshold)
                product = (ulong)NextUInt32() * range;
        }
        return (uint)(product >> 32);
    }

    private void Step() => _state = _state * Multiplier + _increment;
}
