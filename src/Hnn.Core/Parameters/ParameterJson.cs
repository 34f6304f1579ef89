using System.Text.Json;
using Hnn.Core.Files;

namespace Hnn.Core.Parameters;

// ParameterJson: the known keys of a flat JSON object and their values. Unknown keys may hold anything.
internal static class ParameterJson
{
    public static Dictionary<string, ParameterValue> Read(string path, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Values(path, document.RootElement);
        }
        catch (JsonException cause)
        {
            var why = cause.Message.Split(" LineNumber:")[0];
            throw new FileFault(path, "The file is not JSON.", why, "Mend or replace the file.", cause)
            {
                Line = (int?)cause.LineNumber + 1,
                Column = (int?)cause.BytePositionInLine + 1,
            };
        }
        catch (Exception cause) when (cause is InvalidOperationException or ArgumentException)
        {
            throw new FileFault(path, "A text is broken.", "It holds half of a character that takes two code units.", "Mend or replace the file.", cause);
        }
    }

    private static Dictionary<string, ParameterValue> Values(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FileFault(path, $"The file holds {Name(root)}.", "A parameter file holds one object of keys and values.", "Check that the path names a parameter file.")
            {
                JsonPath = "$",
            };
        }
        var values = new Dictionary<string, ParameterValue>();
        foreach (var property in root.EnumerateObject().Where(property => ParameterKeys.IsKnown(property.Name)))
            values[property.Name] = Value(path, property);
        return values;
    }

    private static ParameterValue Value(string path, JsonProperty property)
    {
        ParameterValue? value = property.Value.ValueKind switch
        {
            JsonValueKind.Number => property.Value.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => property.Value.GetString()!,
            _ => null,
        };
        if (value is not null && ParameterKeys.Suits(property.Name, value.Value))
            return value.Value;
        throw new FileFault(
            path,
            $"Parameter '{property.Name}' is {value?.ToString() ?? Name(property.Value)}.",
            ParameterKeys.Expectation(property.Name),
            "Correct the value, or leave the key out for its default.")
        {
            JsonPath = $"$.{property.Name}",
        };
    }

    private static string Name(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        _ => "a single value",
    };
}
