using System.IO.Compression;

namespace Hnn.Mpi.Wire;

/// <summary>Makes parts of networks short: lists of connected pairs shrink to a few per cent.</summary>
internal static class Compression
{
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var target = new MemoryStream();
        using (var compressor = new BrotliStream(target, CompressionLevel.Fastest))
            compressor.Write(bytes);
        return target.ToArray();
    }

    public static byte[] Decompress(ReadOnlySpan<byte> bytes)
    {
        using var source = new BrotliStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }
}
