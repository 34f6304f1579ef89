using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hnn.Jupyter.Wire;

/// <summary>Messages as frames: identities, a delimiter, the signature, then header, parent's header, metadata and content in JSON.</summary>
internal sealed class MessageFormat(MessageSigner signer)
{
    /// <summary>The version of the protocol.</summary>
    public const string ProtocolVersion = "5.3";

    private static readonly byte[] Delimiter = Encoding.ASCII.GetBytes("<IDS|MSG>");
    private static readonly byte[] Nothing = Encoding.ASCII.GetBytes("{}");

    private readonly string _session = Guid.NewGuid().ToString("N");

    /// <summary>Reads frames. To be called by one thread.</summary>
    /// <exception cref="FormatException">They are no message, or one to be refused; the message says why.</exception>
    public KernelRequest Read(Channel channel, IReadOnlyList<byte[]> frames)
    {
        var start = frames.TakeWhile(frame => !frame.AsSpan().SequenceEqual(Delimiter)).Count();
        if (frames.Count < start + 6)
            throw new FormatException($"it has {frames.Count} frames");
        var (header, parent, metadata, content) = (frames[start + 2], frames[start + 3], frames[start + 4], frames[start + 5]);
        if (signer.Refuses(frames[start + 1], header, parent, metadata, content) is { } reason)
            throw new FormatException(reason);
        try
        {
            var (head, body) = (Object(header), Object(content));
            return new KernelRequest(channel, [.. frames.Take(start)], header, head.GetProperty("msg_type").GetString()!, body);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    /// <summary>Makes the frames of a message.</summary>
    /// <param name="identities">Who is to receive it; on the channel for all, the topic.</param>
    /// <param name="type">What it is.</param>
    /// <param name="parent">The request it belongs to, or null.</param>
    /// <param name="content">What it says.</param>
    public byte[][] Write(ImmutableArray<byte[]> identities, string type, KernelRequest? parent, JsonObject content)
    {
        var header = Bytes(new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString("N"),
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("o"),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        });
        var (itsParent, body) = (parent?.Header ?? Nothing, Bytes(content));
        return [.. identities, Delimiter, signer.Sign(header, itsParent, Nothing, body), header, itsParent, Nothing, body];
    }

    private static JsonElement Object(byte[] json)
    {
        var value = JsonElement.Parse(json);
        return value.ValueKind == JsonValueKind.Object ? value : throw new JsonException("a part of it is no JSON object");
    }

    private static byte[] Bytes(JsonObject value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            value.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
