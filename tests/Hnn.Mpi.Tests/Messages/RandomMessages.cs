using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Tests.Messages;

/// <summary>Messages for tests: of every kind, empty, short, and as long as one, two or three frames and a byte more or less.</summary>
internal static class RandomMessages
{
    private static readonly MessageKind[] Kinds = Enum.GetValues<MessageKind>();

    /// <summary>One to five messages.</summary>
    /// <param name="seed">The same seed gives the same messages.</param>
    /// <param name="number">Their number.</param>
    public static List<Message> Of(int seed, int number = 0)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => One(random, number))];
    }

    /// <summary>What a writer makes of them.</summary>
    public static byte[] Written(IEnumerable<Message> messages)
    {
        var stream = new MemoryStream();
        using var writer = new MessageWriter(stream);
        foreach (var message in messages)
            writer.Write(message, CancellationToken.None);
        return stream.ToArray();
    }

    /// <summary>All that a reader reads, to the end.</summary>
    public static List<Message> ReadAll(MessageReader reader)
    {
        var messages = new List<Message>();
        while (reader.Read() is { } message)
            messages.Add(message);
        return messages;
    }

    /// <summary>Messages as text, to be compared: two arrays of the same bytes are not equal.</summary>
    public static IEnumerable<string> Shown(IEnumerable<Message> messages) =>
        messages.Select(message => $"{message.Kind} {message.Rank} {message.Number} {Convert.ToHexString(message.Content.Span)}");

    private static Message One(Random random, int number)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var length = kind == MessageKind.Ack ? 4 : random.Next(3) switch
        {
            0 => 0,
            1 => random.Next(100),
            _ => random.Next(1, 4) * Frame.MostContent + random.Next(-1, 2),
        };
        var content = new byte[length];
        random.NextBytes(content);
        return new(kind, random.Next(-1, 8), number, content);
    }
}
