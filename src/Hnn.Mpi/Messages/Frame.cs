using System.Buffers.Binary;
using System.Diagnostics;

namespace Hnn.Mpi.Messages;

/// <summary>Place of a frame in its message.</summary>
[Flags]
internal enum FrameFlags : ushort
{
    None = 0,
    First = 1,
    Last = 2,
}

// What goes over the wire at once: a part of a message, or all of it. Little-endian:
//   0 magic (8 bytes)   8 version (1)   9 kind (1)   10 flags (2)   12 sequence (4)   16 rank (4)   20 number (4)
//  24 length of the content (4)   28 CRC-32C of the 28 bytes before and of the content (4)   32 content, then '\n'.
// The sequence counts the frames of a writer from 0: a frame that got lost is missed. The newline is for launchers that forward lines.
internal readonly record struct Frame(MessageKind Kind, FrameFlags Flags, uint Sequence, int Rank, int Number, int Length)
{
    public const byte Version = 1;
    public const int HeaderBytes = 32;

    /// <summary>Bytes of the longest frame: two of them pass a launcher that dies of 64 KB unread.</summary>
    public const int MostBytes = 12 * 1024;

    /// <summary>Bytes of the longest content.</summary>
    public const int MostContent = MostBytes - HeaderBytes - 1;

    private const int ChecksumAt = 28;

    /// <summary>How each frame begins. The first byte occurs in no UTF-8 text, nor again in the magic.</summary>
    public static ReadOnlySpan<byte> Magic => [0xF7, (byte)'H', (byte)'N', (byte)'N', (byte)'-', (byte)'M', (byte)'P', (byte)'I'];

    /// <summary>Bytes of the whole frame.</summary>
    public int Bytes => HeaderBytes + Length + 1;

    /// <summary>Writes the whole frame.</summary>
    /// <param name="content">Its content, of the frame's length.</param>
    /// <param name="target">Where it goes; at least <see cref="Bytes"/> long.</param>
    public void Write(ReadOnlySpan<byte> content, Span<byte> target)
    {
        Debug.Assert(content.Length == Length && Length <= MostContent, "The header tells the content's length.");
        Magic.CopyTo(target);
        target[8] = Version;
        target[9] = (byte)Kind;
        BinaryPrimitives.WriteUInt16LittleEndian(target[10..], (ushort)Flags);
        BinaryPrimitives.WriteUInt32LittleEndian(target[12..], Sequence);
        BinaryPrimitives.WriteInt32LittleEndian(target[16..], Rank);
        BinaryPrimitives.WriteInt32LittleEndian(target[20..], Number);
        BinaryPrimitives.WriteInt32LittleEndian(target[24..], Length);
        BinaryPrimitives.WriteUInt32LittleEndian(target[ChecksumAt..], Checksum.Of(target[..ChecksumAt], content));
        content.CopyTo(target[HeaderBytes..]);
        target[HeaderBytes + Length] = (byte)'\n';
    }

    /// <summary>Reads a header, and checks what must hold before the rest can be read.</summary>
    /// <param name="header">The bytes from the magic on, at least those of the header.</param>
    /// <exception cref="InvalidDataException">The version is unknown, or the length out of range.</exception>
    public static Frame ReadHeader(ReadOnlySpan<byte> header)
    {
        if (header[8] != Version)
            throw new InvalidDataException($"A frame has version {header[8]}. This program knows version {Version} only. Use the same version of Hnn for parent and ranks, on every host.");
        var frame = new Frame(
            (MessageKind)header[9],
            (FrameFlags)BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(header[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(header[20..]),
            BinaryPrimitives.ReadInt32LittleEndian(header[24..]));
        return frame.Length is >= 0 and <= MostContent
            ? frame
            : throw Damaged($"A frame claims {frame.Length} bytes of content. It can have 0 to {MostContent}");
    }

    /// <summary>Checks a whole frame: its checksum, its end and its kind.</summary>
    /// <param name="bytes">All its bytes, from the magic to the newline.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public void Check(ReadOnlySpan<byte> bytes)
    {
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]);
        var actual = Checksum.Of(bytes[..ChecksumAt], ContentOf(bytes));
        if (actual != expected)
            throw Damaged($"A frame has the checksum {actual:x8}. It was written with {expected:x8}");
        if (bytes[^1] != '\n')
            throw Damaged($"A frame ends with the byte {bytes[^1]}. It must end with a newline");
        if (!Enum.IsDefined(Kind))
            throw new InvalidDataException($"A message has the kind {(byte)Kind}. This program does not know it. Use the same version of Hnn for parent and ranks, on every host.");
    }

    /// <summary>The content among a frame's bytes.</summary>
    public static ReadOnlySpan<byte> ContentOf(ReadOnlySpan<byte> bytes) => bytes[HeaderBytes..^1];

    /// <summary>The exception for bytes that are not as they were written.</summary>
    /// <param name="what">What was found and expected, without a full stop.</param>
    public static InvalidDataException Damaged(string what) =>
        new($"{what}: bytes between parent and ranks were lost, changed or mixed with others. Let nothing else write binary data to the ranks' standard output, and start the job again.");
}
