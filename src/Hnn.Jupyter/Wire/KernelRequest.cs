using System.Collections.Immutable;
using System.Text.Json;

namespace Hnn.Jupyter.Wire;

/// <summary>A message that a client sent.</summary>
/// <param name="Channel">Where it came.</param>
/// <param name="Identities">Who sent it, as the sockets know it.</param>
/// <param name="Header">Its header as it came, which every answer repeats.</param>
/// <param name="Type">What it is, for example <c>execute_request</c>.</param>
/// <param name="Content">What it asks; an object.</param>
internal sealed record KernelRequest(Channel Channel, ImmutableArray<byte[]> Identities, byte[] Header, string Type, JsonElement Content)
{
    /// <summary>A text of the content; the default if it is missing.</summary>
    public string Text(string field, string byDefault = "") =>
        Content.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : byDefault;

    /// <summary>Whether something is wanted; the default if the field is missing.</summary>
    public bool Flag(string field, bool byDefault) =>
        Content.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : byDefault;

    /// <summary>A whole number of the content, or null.</summary>
    public int? Number(string field) =>
        Content.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
