using System.Text.Json;

namespace Hnn.Jupyter.Outputs;

/// <summary>Reads JSON that can be written again: fields of different names, and texts of whole characters.</summary>
internal static class StrictJson
{
    /// <summary>How deep arrays and objects may lie within each other.</summary>
    public const int Depth = 64;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="depth">How deep arrays and objects may lie within each other.</param>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static JsonDocument Parse(string text, int depth = Depth)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = depth });
            ReadTexts(document.RootElement);
            return document;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            document?.Dispose();
            throw new JsonException("It holds half a character (a lone surrogate such as \\ud800), which is no text. Remove it.", fault);
        }
    }

    // JSON can spell texts that are none; reading one throws.
    private static void ReadTexts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            _ = value.GetString();
        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [])
            ReadTexts(item);
        foreach (var field in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().AsEnumerable() : [])
        {
            _ = field.Name;
            ReadTexts(field.Value);
        }
    }
}
