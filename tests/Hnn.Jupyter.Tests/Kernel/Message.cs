using System.Text.Json;

namespace Hnn.Jupyter.Tests.Kernel;

/// <summary>A message from the kernel.</summary>
internal sealed record Message(string Type, string ParentId, JsonElement Content)
{
    public string Status => this["status"];

    /// <summary>A text of the content; empty if it is missing.</summary>
    public string this[string field] => Content.TryGetProperty(field, out var value) ? value.ToString() : "";
}
