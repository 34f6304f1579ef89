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
}
