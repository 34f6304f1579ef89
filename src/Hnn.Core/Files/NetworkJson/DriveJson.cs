using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Drives;
using Hnn.Core.Networks;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>A drive in a network file. Its connections stand among the others.</summary>
internal static class DriveJson
{
    public static void Write(Utf8JsonWriter json, Network net, Drive drive)
    {
        json.WriteStartObject(drive.Name);
        json.WriteString("type", drive.Kind);
        json.WriteString("location", drive.Location);
        json.WriteNumber("n_drive_cells", drive.GidRange.Count);
        json.WriteNumber("event_seed", drive.EventSeed);
        if (drive.ConnectionSeed is { } seed)
            json.WriteNumber("conn_seed", seed);
        else
            json.WriteNull("conn_seed");
        json.WriteStartObject("dynamics");
        DynamicsJson.Write(json, drive);
        json.WriteEndObject();
        json.WriteEmptyList("events");
        WriteWeights(json, "weights_ampa", drive.AmpaWeights);
        WriteWeights(json, "weights_nmda", drive.NmdaWeights);
        json.WriteMap("synaptic_delays", drive.Delays, json.WriteFloat);
        if (drive.Probabilities.Values.Distinct().ToArray() is [var common])
            json.WriteFloat("probability", common);
        else
            json.WriteMap("probability", drive.Probabilities, json.WriteFloat);
        json.WriteString("name", drive.Name);
        json.WriteList("target_types", drive.TargetTypes, json.WriteStringValue);
        json.WriteBoolean("cell_specific", drive.CellSpecific);
        if (drive.SpaceConstant != UsualSpaceConstant(drive, net.Connections))
        {
            json.WriteStartObject("hnn");
            json.WriteFloat("space_constant", drive.SpaceConstant);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>Reads a drive.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="net">The network with its cells and connections.</param>
    /// <param name="range">Gids of the drive's cells.</param>
    public static Drive Read(string name, JsonValue entry, Network net, GidRange range)
    {
        var (ampa, nmda) = (Weights(entry["weights_ampa"]), Weights(entry["weights_nmda"]));
        ImmutableArray<string> targets = [.. ampa.Keys.Union(nmda.Keys)];
        var cellSpecific = entry["cell_specific"].Flag();
        var drive = DynamicsJson.Read(name, entry, targets, range.Count) with
        {
            Location = entry["location"].Text(),
            CellSpecific = cellSpecific,
            CellCount = cellSpecific ? null : range.Count,
            AmpaWeights = ampa,
            NmdaWeights = nmda,
            Delays = ByTarget(entry["synaptic_delays"], targets),
            Probabilities = ByTarget(entry["probability"], targets),
            EventSeed = entry["event_seed"].Whole(),
            ConnectionSeed = entry.Optional("conn_seed")?.Whole(),
            TargetTypes = TargetTypes(entry["target_types"], net),
            GidRange = range,
        };
        drive = drive with
        {
            SpaceConstant = entry.Optional("hnn")?.Optional("space_constant")?.Positive() ?? UsualSpaceConstant(drive, net.Connections),
        };
        entry.Refuse(DriveChecks.Of(net, drive));
        CheckCount(entry["n_drive_cells"], drive, net);
        return drive;
    }

    /// <summary>A number for each target, from one for all or one for each.</summary>
    public static ImmutableSortedDictionary<string, double> ByTarget(JsonValue entry, ImmutableArray<string> targets) => entry.IsObject
        ? Drive.NoValues.AddRange(entry.NumbersByName().Where(number => targets.Contains(number.Key)))
        : Drive.NoValues.AddRange(targets.Select(type => KeyValuePair.Create(type, entry.Number())));

    private static void WriteWeights(Utf8JsonWriter json, string key, ImmutableSortedDictionary<string, double> weights)
    {
        if (weights.IsEmpty)
            json.WriteNull(key);
        else
            json.WriteMap(key, weights, json.WriteFloat);
    }

    private static ImmutableSortedDictionary<string, double> Weights(JsonValue entry) =>
        entry.IsNull ? Drive.NoValues : Drive.NoValues.AddRange(entry.NumbersByName());

    // The space constant stands with the connections, so it is lost only if they have another, or if there are none.
    private static double UsualSpaceConstant(Drive drive, IEnumerable<Connection> connections) =>
        connections.FirstOrDefault(connection => connection.SourceType == drive.Name)?.SpaceConstant
        ?? (drive is PoissonDrive or BurstyDrive ? 100 : 3);

    // The order in which the drive's cells are numbered is that of the network, whatever the file's.
    private static ImmutableArray<string> TargetTypes(JsonValue entry, Network net)
    {
        foreach (var type in entry.Items().Where(type => !net.CellTypes.Contains(type.Text())))
            throw type.Unlike($"one of {net.CellTypes.Listing}");
        return [.. net.CellTypes.Names.Where(entry.Texts().Contains)];
    }

    private static void CheckCount(JsonValue count, Drive drive, Network net)
    {
        var expected = drive.CellSpecific ? net.TargetsOf(drive).Sum(target => target.Count) : drive.GidRange.Count;
        if (count.Whole() != drive.GidRange.Count || expected != drive.GidRange.Count)
        {
            throw count.Fault(
                $"The drive '{drive.Name}' has {count.Whole()} cells.", $"Its gids are those of {drive.GidRange.Count} cells, and it needs {expected} for its targets.",
                "Correct the count, the gids or the targets.");
        }
    }
}
