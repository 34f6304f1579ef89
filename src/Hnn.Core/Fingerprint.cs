using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Hnn.Core;

/// <summary>SHA-256 over a sequence of values, the same on every machine: numbers little-endian, texts in UTF-8 after their length.</summary>
internal sealed class Fingerprint : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _hash.AppendData(bytes);
    }

    /// <summary>Adds a whole number.</summary>
    public void Add(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        _hash.AppendData(bytes);
    }

    /// <summary>Adds the bits of a number; so 0 and -0 differ.</summary>
    public void Add(double number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
        _hash.AppendData(bytes);
    }

    /// <summary>Adds whole numbers after their count.</summary>
    public void Add(ReadOnlySpan<int> numbers) => AddAll(numbers, Add);

    /// <summary>Adds the bits of numbers after their count.</summary>
    public void Add(ReadOnlySpan<double> numbers) => AddAll(numbers, Add);

    /// <summary>The fingerprint of all that was added: 64 hexadecimal digits in lower case.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Dispose() => _hash.Dispose();

    private void AddAll<T>(ReadOnlySpan<T> numbers, Action<T> add)
        where T : unmanaged
    {
        Add(numbers.Length);
        if (BitConverter.IsLittleEndian)
        {
            _hash.AppendData(MemoryMarshal.AsBytes(numbers));
            return;
        }

        foreach (var number in numbers)
            add(number);
    }
}
