using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hnn.Jupyter.Notebooks;

/// <summary>Texts as notebook files hold them: arrays of lines, each with its newline.</summary>
internal static class TextLines
{
    // Where Jupyter (which is written in Python) ends a line.
    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029");

    /// <summary>The lines of a text as JSON; an empty text has none.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(LineEnds) is >= 0 and var length ? start + length + 1 : text.Length;
            if (end < text.Length && text[end - 1] == '\r' && text[end] == '\n')
                end++;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>The text of a JSON string, or of an array of them.</summary>
    /// <returns>Null if the value is something else.</returns>
    public static string? Join(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String) => string.Concat(value.EnumerateArray().Select(line => line.GetString())),
        _ => null,
    };
}
