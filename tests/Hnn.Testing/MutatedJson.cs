using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Hnn.Testing;

/// <summary>Changes JSON documents at random so that they stay JSON but say something else: values replaced, exchanged, left out, doubled, keys renamed.</summary>
public sealed class MutatedJson
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "0.5", "1e-320", "1e308", "-1e308", "1e999", "2147483647", "2147483648", "\"\"", "\" \"", "\"soma\"", "\"ampa\"",
        "\"L5_pyramidal\"", "\"\\ud800\"", "[]", "{}", "[[]]", "[1, 2, 3]", "{\"a\": 1}", "[0, 0, 0, 0]",
    ];

    private readonly string _text;
    private readonly ImmutableArray<(int Start, int End, int KeyEnd)> _places;

    /// <summary>Reads the document whose changed copies are wanted.</summary>
    /// <param name="text">An object or list of ASCII characters.</param>
    public MutatedJson(string text)
    {
        _text = text;
        _places = Places(Encoding.ASCII.GetBytes(text));
    }

    /// <summary>A copy with one or two changes.</summary>
    /// <param name="seed">The same seed gives the same changes.</param>
    public string With(int seed)
    {
        var random = new Random(seed);
        var (first, second) = (Place(random), Place(random));
        var (early, late) = first.Start < second.Start ? (first, second) : (second, first);
        var text = Changed(_text, late, random);
        return early.End <= late.Start && random.Next(2) == 0 ? Changed(text, early, random) : text;
    }

    private (int Start, int End, int KeyEnd) Place(Random random) => _places[random.Next(_places.Length)];

    private string Changed(string text, (int Start, int End, int KeyEnd) place, Random random)
    {
        var (start, end, keyEnd) = place;
        var member = text[start..end];
        var value = Math.Max(start, keyEnd);
        return random.Next(6) switch
        {
            0 => Without(text, start, end),
            1 => text[..end] + "," + member + text[end..],
            2 when keyEnd > 0 => text[..start] + "\"renamed\":" + text[keyEnd..],
            3 => text[..value] + ValueOf(Place(random)) + text[end..],
            _ => text[..value] + Values[random.Next(Values.Length)] + text[end..],
        };
    }

    private string ValueOf((int Start, int End, int KeyEnd) place) => _text[Math.Max(place.Start, place.KeyEnd)..place.End];

    private static string Without(string text, int start, int end)
    {
        var (before, after) = (text[..start].TrimEnd(), text[end..].TrimStart());
        return after.StartsWith(',') ? before + after[1..] : before.TrimEnd(',') + after;
    }

    // Where each member of an object or list begins and ends; where its key with the colon ends, 0 if it has none.
    private static ImmutableArray<(int Start, int End, int KeyEnd)> Places(byte[] text)
    {
        var places = new List<(int, int, int)>();
        var open = new Stack<(int Start, int KeyEnd)>();
        var reader = new Utf8JsonReader(text);
        (int Start, int KeyEnd)? key = null;
        while (reader.Read())
        {
            var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = (start, end);
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push(key ?? (start, 0));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    var opened = open.Pop();
                    places.Add((opened.Start, end, opened.KeyEnd));
                    break;
                default:
                    places.Add((key?.Start ?? start, end, key?.KeyEnd ?? 0));
                    break;
            }
            key = null;
        }
        return [.. places.SkipLast(1)];
    }
}
