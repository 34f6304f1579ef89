using System.Text.Json;

namespace Hnn.Testing;

/// <summary>Reads numbers of the recorded JSON files, in which <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c> stand for what JSON cannot write.</summary>
public static class JsonNumbers
{
    /// <summary>The element as a number.</summary>
    public static double AsDouble(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? NumberText.Parse(element.GetString()!) : element.GetDouble();

    /// <summary>The element as a number; null where the file says <c>null</c>.</summary>
    public static double? AsOptionalDouble(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? null : element.AsDouble();

    /// <summary>The elements of an array as numbers.</summary>
    public static double[] AsDoubles(this JsonElement array) => [.. array.EnumerateArray().Select(AsDouble)];

    /// <summary>The elements of an array as texts.</summary>
    public static string[] AsStrings(this JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetString()!)];
}
