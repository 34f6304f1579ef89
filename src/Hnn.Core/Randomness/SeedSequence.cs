namespace Hnn.Core.Randomness;

// SeedSequence: spreads one seed over as many words as a generator's state needs, as NumPy's class of that name.
// A pool of four words is hashed from the seed and mixed with itself; the output words are hashed from the pool in turn.
// Source: M. E. O'Neill, "Developing a seed_seq alternative" (2015); constants as documented by NumPy.
internal sealed class SeedSequence
{
    private const int PoolSize = 4;
    private const uint InitialA = 0x43b0d7e5, MultiplierA = 0x931e8875;
    private const uint InitialB = 0x8b51f9dd, MultiplierB = 0x58f38ded;
    private const uint MixLeft = 0xca01f9dd, MixRight = 0x4973f715;

    private readonly uint[] _pool = new uint[PoolSize];
    private uint _hash = InitialA;

    public SeedSequence(ulong seed)
    {
        for (var i = 0; i < PoolSize; i++)
            _pool[i] = Hash(i switch { 0 => (uint)seed, 1 => (uint)(seed >> 32), _ => 0 });
        for (var from = 0; from < PoolSize; from++)
        {
            for (var to = 0; to < PoolSize; to++)
            {
                if (from != to)
                    _pool[to] = Mix(_pool[to], Hash(_pool[from]));
            }
        }
    }

    // 64-bit words, each from two 32-bit words, the low half first.
    public ulong[] Words(int count)
    {
        var constant = InitialB;
        var halves = new uint[2 * count];
        for (var i = 0; i < halves.Length; i++)
        {
            var value = _pool[i % PoolSize] ^ constant;
            constant *= MultiplierB;
            value *= constant;
            halves[i] = value ^ (value >> 16);
        }
        return [.. Enumerable.Range(0, count).Select(i => halves[2 * i] | ((ulong)halves[2 * i + 1] << 32))];
    }

    private uint Hash(uint value)
    {
        value ^= _hash;
        _hash *= MultiplierA;
        value *= _hash;
        return value ^ (value >> 16);
    }

    private static uint Mix(uint x, uint y)
    {
        var value = MixLeft * x - MixRight * y;
        return value ^ (value >> 16);
    }
}
