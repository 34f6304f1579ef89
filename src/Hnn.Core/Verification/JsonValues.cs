using System.Text.Json;

namespace Hnn.Core.Verification;

/// <summary>Short names for reading recorded settings. A missing key and a value of another kind are an <see cref="InvalidDataException"/> that names the key.</summary>
internal static class JsonValues
{
    /// <summary>The value of a key, which may be null.</summary>
    public static JsonElement Member(this JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value)
            ? value
            : throw new InvalidDataException($"'{key}' is missing. The settings need it. Add it.");

    /// <summary>The value of a key; null if it is missing or null.</summary>
    public static JsonElement? Optional(this JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text; one that is missing is <paramref name="otherwise"/>, if there is one.</summary>
    public static string Text(this JsonElement element, string key, string? otherwise = null) =>
        otherwise is not null && element.Optional(key) is null ? otherwise : AsText(element.Member(key), key);

    public static IEnumerable<string> Texts(this JsonElement element, string key) => element.Items(key).Select(item => AsText(item, key));

    /// <summary>A number; one that is missing is <paramref name="otherwise"/>, if there is one.</summary>
    public static double Number(this JsonElement element, string key, double? otherwise = null) =>
        otherwise is { } value && element.Optional(key) is null ? value : AsNumber(element.Member(key), key);

    public static double? OptionalNumber(this JsonElement element, string key) => element.Optional(key) is { } value ? AsNumber(value, key) : null;

    /// <summary>A whole number; one that is missing is <paramref name="otherwise"/>, if there is one.</summary>
    public static int Whole(this JsonElement element, string key, int? otherwise = null) =>
        otherwise is { } value && element.Optional(key) is null ? value : AsWhole(element.Member(key), key);

    public static int? OptionalWhole(this JsonElement element, string key) => element.Optional(key) is { } value ? AsWhole(value, key) : null;

    /// <summary>True or false; one that is missing is <paramref name="otherwise"/>, if there is one.</summary>
    public static bool Flag(this JsonElement element, string key, bool? otherwise = null)
    {
        if (otherwise is { } flag && element.Optional(key) is null)
            return flag;
        var value = element.Member(key);
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(value, key, "true or false");
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element, string key)
    {
        var list = element.Member(key);
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw Wrong(list, key, "a list");
    }

    public static IEnumerable<JsonProperty> Entries(this JsonElement element, string key)
    {
        var entries = element.Member(key);
        return entries.ValueKind == JsonValueKind.Object ? entries.EnumerateObject() : throw Wrong(entries, key, "an object");
    }

    /// <summary>An object of numbers; null if it is missing or null.</summary>
    public static Dictionary<string, double>? Numbers(this JsonElement element, string key) =>
        element.Optional(key) is null ? null : element.Entries(key).ToDictionary(entry => entry.Name, entry => AsNumber(entry.Value, entry.Name));

    /// <summary>A value as a number. JSON has none that are not finite, so these are written as texts.</summary>
    public static double AsNumber(this JsonElement value, string key) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when value.GetString() is "Infinity" => double.PositiveInfinity,
        JsonValueKind.String when value.GetString() is "-Infinity" => double.NegativeInfinity,
        JsonValueKind.String when value.GetString() is "NaN" => double.NaN,
        _ => throw Wrong(value, key, "a number"),
    };

    public static int AsWhole(this JsonElement value, string key) =>
        AsNumber(value, key) is var number && number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : throw Wrong(value, key, "a whole number");

    private static string AsText(JsonElement value, string key) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(value, key, "a text");

    private static InvalidDataException Wrong(JsonElement value, string key, string expected)
    {
        var shown = value.GetRawText();
        return new InvalidDataException($"'{key}' is {(shown.Length > 40 ? shown[..40] + "…" : shown)}. It must be {expected}. Correct it.");
    }
}
