using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hnn.Jupyter.Notebooks;

/// <summary>Writes JSON in the layout of Jupyter's own files: fields in ordinal order, an indent of one space, nothing escaped that need not be, numbers as they were read.</summary>
internal static class JupyterJson
{
    /// <summary>The text, with a newline at its end.</summary>
    public static string Write(JsonNode root)
    {
        var text = new StringBuilder();
        Write(text, root, indent: 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int indent)
    {
        if (node is JsonObject fields)
            WriteAll(text, '{', '}', [.. fields.OrderBy(field => field.Key, StringComparer.Ordinal)], indent, field => WriteField(text, field.Key, field.Value, indent + 1));
        else if (node is JsonArray items)
            WriteAll(text, '[', ']', [.. items], indent, item => Write(text, item, indent + 1));
        else if (node?.GetValueKind() == JsonValueKind.String)
            WriteString(text, node.GetValue<string>());
        else
            text.Append(node?.ToJsonString() ?? "null");
    }

    private static void WriteField(StringBuilder text, string name, JsonNode? value, int indent)
    {
        WriteString(text, name);
        text.Append(": ");
        Write(text, value, indent);
    }

    private static void WriteAll<T>(StringBuilder text, char open, char close, T[] items, int indent, Action<T> write)
    {
        text.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(' ', indent + 1);
            write(items[i]);
        }

        if (items.Length > 0)
            text.Append('\n').Append(' ', indent);
        text.Append(close);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\f' => text.Append("\\f"),
                '\b' => text.Append("\\b"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
