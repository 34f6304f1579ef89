using System.Text;
using System.Text.Json;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>The text of a JSON file, kept to find the line of a fault.</summary>
internal sealed class JsonSource
{
    private readonly string _fileName;
    private readonly byte[] _text;

    private JsonSource(string fileName, byte[] text) => (_fileName, _text) = (fileName, text);

    /// <summary>Parses a text: at most 64 levels deep, no key twice in an object, nothing but JSON.</summary>
    /// <exception cref="FileFault">The text is not such JSON.</exception>
    public static JsonValue Parse(string fileName, string text)
    {
        try
        {
            var source = new JsonSource(fileName, new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text));
            using var document = JsonDocument.Parse(source._text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            CheckTexts(document.RootElement);
            return new JsonValue(source, document.RootElement.Clone());
        }
        catch (JsonException cause)
        {
            throw new FileFault(fileName, "The file is not JSON.", Sentence(cause.Message), "Mend or replace the file.", cause)
            {
                Line = (int?)cause.LineNumber + 1,
                Column = (int?)cause.BytePositionInLine + 1,
            };
        }
        catch (Exception cause) when (cause is InvalidOperationException or ArgumentException)
        {
            throw new FileFault(fileName, "A text is broken.", "It holds half of a character that takes two code units.", "Mend or replace the file.", cause);
        }
    }

    /// <summary>A fault at a place.</summary>
    /// <param name="path">The place as people read it.</param>
    /// <param name="steps">The way there from the root: keys and indices.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="why">Why it is wrong.</param>
    /// <param name="fix">How to mend it.</param>
    public FileFault Fault(string path, IEnumerable<(string? Key, int Index)> steps, string what, string why, string fix) =>
        new(_fileName, what, why, fix) { JsonPath = path, Line = LineOf(steps) };

    private int LineOf(IEnumerable<(string? Key, int Index)> steps)
    {
        var reader = new Utf8JsonReader(_text);
        reader.Read();
        foreach (var (key, index) in steps)
        {
            reader.Read();
            for (var i = 0; key is not null ? !reader.ValueTextEquals(key) : i < index; i++)
            {
                reader.Skip();
                reader.Read();
            }
            if (key is not null)
                reader.Read();
        }
        return 1 + _text.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n');
    }

    // Reading a text that holds half a character throws; better here than at some later place.
    private static void CheckTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    CheckTexts(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    CheckTexts(property.Value);
                }
                break;
        }
    }

    // The place, which the message repeats, is told by line and column.
    private static string Sentence(string message) => message.Split(" LineNumber:")[0].Split(" Path:")[0];
}
