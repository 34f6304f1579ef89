using System.Runtime.InteropServices;

namespace Hnn.Engine.Kernels;

// NativeBuffer: zeroed doubles outside the managed heap, aligned to a cache line, freed with their owner.
internal sealed unsafe class NativeBuffer
{
    private const int Alignment = 64;

    public NativeBuffer(long length)
    {
        Length = length;
        var bytes = (nuint)(Math.Max(length, 1) * sizeof(double));
        Pointer = (double*)NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(Pointer, bytes);
    }

    public NativeBuffer(ReadOnlySpan<double> values)
        : this(values.Length) => values.CopyTo(Span);

    ~NativeBuffer() => NativeMemory.AlignedFree(Pointer);

    public double* Pointer { get; }

    public long Length { get; }

    public Span<double> Span => new(Pointer, checked((int)Length));

    /// <summary>A buffer in which each value stands eight times, ready to be loaded into lanes.</summary>
    public static NativeBuffer Broadcast(ReadOnlySpan<double> values)
    {
        var buffer = new NativeBuffer(values.Length * (long)Block.Lanes);
        for (var i = 0; i < values.Length; i++)
            buffer.Span.Slice(i * Block.Lanes, Block.Lanes).Fill(values[i]);
        return buffer;
    }
}
