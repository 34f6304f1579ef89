using System.Globalization;
using System.Text.Json;
using Hnn.Engine.Cells;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>Writes what network files are made of, numbers as the reference writes and expects them: <c>1.0</c>, not <c>1</c>.</summary>
internal static class JsonWriting
{
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    public static void WriteFloat(this Utf8JsonWriter json, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException(
                $"The network holds the number {value}. A network file can hold finite numbers only. Correct it; Network.Describe names the place.");
        }
        var text = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        json.WriteRawValue(text.AsSpan().ContainsAny('.', 'e') ? text : $"{text}.0", skipInputValidation: true);
    }

    public static void WriteFloat(this Utf8JsonWriter json, string key, double? value)
    {
        json.WritePropertyName(key);
        if (value is { } number)
            json.WriteFloat(number);
        else
            json.WriteNullValue();
    }

    public static void WritePoint(this Utf8JsonWriter json, Point3 point)
    {
        json.WriteStartArray();
        json.WriteFloat(point.X);
        json.WriteFloat(point.Y);
        json.WriteFloat(point.Z);
        json.WriteEndArray();
    }

    public static void WriteList<T>(this Utf8JsonWriter json, string key, IEnumerable<T> items, Action<T> write)
    {
        json.WritePropertyName(key);
        json.WriteList(items, write);
    }

    public static void WriteList<T>(this Utf8JsonWriter json, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    public static void WriteMap<T>(this Utf8JsonWriter json, string key, IEnumerable<KeyValuePair<string, T>> items, Action<T> write)
    {
        json.WriteStartObject(key);
        foreach (var (name, item) in items)
        {
            json.WritePropertyName(name);
            write(item);
        }
        json.WriteEndObject();
    }

    /// <summary>Writes a key without anything in it: what only a run of the reference fills.</summary>
    public static void WriteEmptyList(this Utf8JsonWriter json, string key) => json.WriteList<int>(key, [], json.WriteNumberValue);

    /// <summary>Writes a key without anything in it: what only a run of the reference fills.</summary>
    public static void WriteEmptyObject(this Utf8JsonWriter json, string key)
    {
        json.WriteStartObject(key);
        json.WriteEndObject();
    }
}
