using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hnn.Core.Networks;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>Writes a network as the reference does, key by key in its order, and after that what it would lose.</summary>
internal static class NetworkWriter
{
    private static readonly JsonWriterOptions _layout = new()
    {
        Indented = true, IndentSize = 4, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Network net, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, _layout);
        json.WriteStartObject();
        json.WriteString("object_type", NetworkReader.ObjectType);
        json.WriteBoolean("legacy_mode", net.LegacyMode);
        json.WriteNumber("N_pyr_x", net.Mesh.X);
        json.WriteNumber("N_pyr_y", net.Mesh.Y);
        json.WriteFloat("celsius", net.Celsius);
        json.WriteStartObject("cell_types");
        foreach (var type in net.CellTypes)
            CellJson.Write(json, type);
        json.WriteEndObject();
        WritePlaces(json, net);
        json.WriteEmptyObject("cell_response");
        json.WriteStartObject("external_drives");
        foreach (var drive in net.Drives)
            DriveJson.Write(json, net, drive);
        json.WriteEndObject();
        InputJson.Write(json, net.Biases.ToImmutableArray());
        json.WriteList("connectivity", net.Connections, connection => ConnectionJson.Write(json, net, connection));
        InputJson.Write(json, net.ElectrodeArrays);
        json.WriteFloat("threshold", net.SpikeThreshold);
        json.WriteFloat("delay", net.Delay);
        WriteLost(json, net);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, Network net)
    {
        json.WriteMap("gid_ranges", net.GidRanges, range =>
        {
            json.WriteStartObject();
            json.WriteNumber("start", range.Start);
            json.WriteNumber("stop", range.Stop);
            json.WriteEndObject();
        });
        json.WriteStartObject("pos_dict");
        json.WritePropertyName(NetworkReader.Origin);
        json.WritePoint(net.Origin);
        foreach (var (name, positions) in net.Positions)
            json.WriteList(name, positions, json.WritePoint);
        json.WriteEndObject();
    }

    private static void WriteLost(Utf8JsonWriter json, Network net)
    {
        json.WriteStartObject("hnn");
        json.WriteNumber("version", NetworkReader.Version);
        json.WriteFloat("inplane_distance", net.InPlaneDistance);
        json.WriteFloat("layer_separation", net.LayerSeparation);
        var biases = net.Biases.ToImmutableArray();
        if (Order.Of(biases, InputJson.Grouped(biases)) is { } places)
            json.WriteList("bias_order", places, json.WriteNumberValue);
        ParametersJson.Write(json, net.Parameters);
        json.WriteEndObject();
    }
}
