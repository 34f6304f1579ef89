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
            using var document = JsonDocument.Parse(source._text);
            var root = new JsonValue(source, document.RootElement.Clone());
            root.CheckTexts();
            return root;
        }
        catch (JsonException cause)
        {
            throw new FileFault(fileName, "The file is not JSON.", cause.Message.Split(" LineNumber:")[0], "Mend or replace the file.", cause)
            {
                Line = (int?)cause.LineNumber + 1,
                Column = (int?)cause.BytePositionInLine + 1,
            };
        }
        catch (EncoderFallbackException cause)
        {
            throw new FileFault(fileName, "A text is broken.", JsonValue.HalfCharacter, "Mend or replace the file.", cause)
            {
                Line = 1 + text.AsSpan(0, cause.Index).Count('\n'),
            };
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
}
