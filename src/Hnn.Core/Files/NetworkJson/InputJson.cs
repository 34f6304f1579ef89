using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Engine.Models;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>Tonic biases and electrode arrays in a network file.</summary>
internal static class InputJson
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<TonicBias> biases)
    {
        json.WriteStartObject("external_biases");
        foreach (var group in biases.GroupBy(bias => bias.Name))
            json.WriteMap(group.Key, group.Select(bias => KeyValuePair.Create(bias.CellType, bias)), bias => Write(json, bias));
        json.WriteEndObject();
    }

    /// <summary>The biases in the order in which <see cref="ReadBiases"/> finds them.</summary>
    public static IEnumerable<TonicBias> Grouped(ImmutableArray<TonicBias> biases) => biases.GroupBy(bias => bias.Name).SelectMany(group => group);

    /// <summary>Reads the biases; those of a name stand together.</summary>
    public static ImmutableArray<TonicBias> ReadBiases(JsonValue entry, Network net)
    {
        var biases = ImmutableArray.CreateBuilder<TonicBias>();
        foreach (var (name, byCellType) in entry.Members())
        {
            foreach (var (cellType, value) in byCellType.Members())
            {
                var bias = new TonicBias(
                    name, cellType, value["amplitude"].Number(), value.Optional("section")?.Text() ?? "soma", value["t0"].Number(), value.Optional("tstop")?.Number());
                value.Refuse(BiasChecks.Of(net, bias));
                biases.Add(bias);
            }
        }
        return biases.DrainToImmutable();
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<ElectrodeArray> arrays) => json.WriteMap(
        "rec_arrays",
        arrays.Select(array => KeyValuePair.Create(array.Name, array)),
        array =>
        {
            json.WriteStartObject();
            json.WriteList("positions", array.Contacts, json.WritePoint);
            json.WriteFloat("conductivity", array.Conductivity);
            json.WriteString("method", array.Method == FieldMethod.LineSource ? "lsa" : "psa");
            json.WriteFloat("min_distance", array.MinDistance);
            json.WriteEmptyList("times");
            json.WriteEmptyList("voltages");
            json.WriteEndObject();
        });

    public static ElectrodeArray ReadArray(string name, JsonValue entry)
    {
        var (positions, method) = (entry["positions"], entry["method"]);
        var array = new ElectrodeArray(
            name,
            [.. positions.Items().Select(position => position.Point())],
            entry["conductivity"].Positive(),
            method.Text() switch
            {
                "psa" => FieldMethod.PointSource,
                "lsa" => FieldMethod.LineSource,
                _ => throw method.Unlike("'psa' or 'lsa'"),
            },
            entry["min_distance"].Positive());
        return array.Contacts.IsEmpty ? throw positions.Unlike("a list of at least one position") : array;
    }

    private static void Write(Utf8JsonWriter json, TonicBias bias)
    {
        json.WriteStartObject();
        json.WriteFloat("amplitude", bias.Amplitude);
        json.WriteFloat("t0", bias.Start);
        json.WriteFloat("tstop", bias.Stop);
        json.WriteString("section", bias.Section);
        json.WriteEndObject();
    }
}
