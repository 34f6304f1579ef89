namespace Hnn.Mpi.Tests.Messages;

/// <summary>Gives bytes in pieces of any length, as pipes do.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="seed">The same seed gives the same pieces.</param>
/// <param name="longest">Most bytes of a piece.</param>
internal sealed class PiecewiseStream(byte[] bytes, int seed, int longest) : MemoryStream(bytes)
{
    private readonly Random _random = new(seed);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, _random.Next(1, longest + 1)));
}
