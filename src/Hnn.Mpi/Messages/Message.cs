using System.Buffers.Binary;

namespace Hnn.Mpi.Messages;

/// <summary>What the parent process and the ranks say to each other.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Rank">The rank that it is for or from; <see cref="AllRanks"/> if it is for all.</param>
/// <param name="Number">The piece of work that it belongs to; 0 if to none.</param>
/// <param name="Content">The rest, as the kind has it; may be empty, up to 2 GB less a little.</param>
internal sealed record Message(MessageKind Kind, int Rank, int Number, ReadOnlyMemory<byte> Content)
{
    /// <summary>Stands for every rank.</summary>
    public const int AllRanks = -1;

    /// <summary>The number of bytes that an <see cref="MessageKind.Ack"/> acknowledges.</summary>
    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public int AcknowledgedBytes => Kind == MessageKind.Ack && Content.Length == sizeof(int)
        ? BinaryPrimitives.ReadInt32LittleEndian(Content.Span)
        : throw new InvalidDataException($"A message of kind {Kind} with {Content.Length} bytes acknowledges nothing. It must be an {MessageKind.Ack} of {sizeof(int)} bytes. Use the same version of Hnn for parent and ranks.");

    /// <summary>Says that bytes were taken from the stream.</summary>
    /// <param name="bytes">How many, as the reader counts them.</param>
    public static Message Ack(int bytes)
    {
        var content = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(content, bytes);
        return new(MessageKind.Ack, Rank: 0, Number: 0, content);
    }
}
