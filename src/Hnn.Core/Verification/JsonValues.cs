using System.Text.Json;

namespace Hnn.Core.Verification;

/// <summary>Short names for reading recorded settings. A missing key is a <see cref="KeyNotFoundException"/>, a value of another kind an <see cref="InvalidOperationException"/>.</summary>
internal static class JsonValues
{
    public static string Text(this JsonElement element, string key) =>
        element.GetProperty(key).GetString() ?? throw new InvalidOperationException($"'{key}' is null. It must be a text. Give one.");

    public static IEnumerable<string> Texts(this JsonElement element, string key) => element.GetProperty(key).EnumerateArray().Select(item => item.GetString()!);

    public static double Number(this JsonElement element, string key) => element.GetProperty(key).GetDouble();

    public static int Whole(this JsonElement element, string key) => (int)element.Number(key);

    /// <summary>The value of a key; null if it is missing or null.</summary>
    public static JsonElement? Optional(this JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static double? OptionalNumber(this JsonElement element, string key) => element.Optional(key)?.GetDouble();

    /// <summary>An object of numbers; null if it is missing or null.</summary>
    public static Dictionary<string, double>? Numbers(this JsonElement element, string key) =>
        element.Optional(key)?.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetDouble());
}
