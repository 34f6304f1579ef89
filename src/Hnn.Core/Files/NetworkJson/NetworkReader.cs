using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>Makes a network of a network file: cells, then connections, drives, biases and electrodes, each checked at its place in the file.</summary>
internal static class NetworkReader
{
    /// <summary>What the file says it holds.</summary>
    public const string ObjectType = "Network";

    /// <summary>The place of the drives' cells, among the names of populations.</summary>
    public const string Origin = "origin";

    /// <summary>Version of the objects called <c>hnn</c>.</summary>
    public const int Version = 1;

    public static Network Read(JsonValue root, NetworkFileOptions options)
    {
        var objectType = root.Optional("object_type")
            ?? throw root.Fault("The file is not a network.", $"It has no 'object_type', which is '{ObjectType}' in network files.", "Check that the path names a network file.");
        if (objectType.Text() != ObjectType)
            throw objectType.Unlike($"'{ObjectType}', as in every network file");
        var lost = root.Optional("hnn");
        if (lost is not null && lost["version"].Whole() != Version)
            throw lost["version"].Fault($"The version is {lost["version"].Whole()}.", $"Only version {Version} is known.", "Read the file with the program that wrote it, or leave the object 'hnn' out.");

        var ranges = Ranges(root);
        var net = Cells(root, ranges, lost);
        net.Restore(
            lost?["inplane_distance"].Positive() ?? net.InPlaneDistance,
            lost?["layer_separation"].Positive() ?? net.LayerSeparation,
            root["connectivity"].Items().Select(entry => ConnectionJson.Read(entry, net, ranges)).ToList(),
            Order.Restored(InputJson.ReadBiases(root["external_biases"], net), lost?.Optional("bias_order")));
        foreach (var (name, entry) in root["external_drives"].Members().OrderBy(drive => ranges[drive.Key].Start))
            net.Drives.Add(DriveJson.Read(name, entry, net, ranges[name]));
        foreach (var (name, entry) in root["rec_arrays"].Members())
            net.ElectrodeArrays.Add(InputJson.ReadArray(name, entry));

        if (!options.Drives)
            net.ClearDrives();
        if (!options.Biases)
            net.ClearBiases();
        return net;
    }

    private static Network Cells(JsonValue root, Dictionary<string, GidRange> ranges, JsonValue? lost)
    {
        var (celsius, threshold) = (root["celsius"].Number(), root["threshold"].Number());
        var places = root["pos_dict"];
        var positions = root["cell_types"].Members().ToImmutableDictionary(type => type.Key, type => Positions(places[type.Key], ranges[type.Key]));
        return new Network(new NetworkOptions
        {
            Mesh = (root["N_pyr_x"].Whole(least: 1), root["N_pyr_y"].Whole(least: 1)),
            LegacyMode = root["legacy_mode"].Flag(),
            Parameters = lost?.Optional("parameters") is { } parameters ? ParametersJson.Read(parameters)
                : lost is not null ? HnnParameters.Default
                : HnnParameters.Default.With("celsius", celsius).With("threshold", threshold),
            CellTypes =
            [
                .. root["cell_types"].Members().OrderBy(type => (ranges[type.Key].Start, ranges[type.Key].Stop))
                    .Select(type => CellJson.Read(type.Key, type.Value, positions[type.Key])),
            ],
            Positions = positions,
            Origin = places[Origin].Point(),
        })
        {
            Celsius = celsius,
            SpikeThreshold = threshold,
            Delay = root["delay"].NotNegative(),
        };
    }

    // Gids of cell types, then of drives: without gaps from 0 on.
    private static Dictionary<string, GidRange> Ranges(JsonValue root)
    {
        var (entry, places) = (root["gid_ranges"], root["pos_dict"]);
        var cellTypes = root["cell_types"].Members().Select(type => type.Key).ToList();
        var drives = root["external_drives"].Members().Select(drive => drive.Key).ToList();
        var ranges = cellTypes.Concat(drives).Distinct().ToDictionary(name => name, name => Range(entry[name]));
        if (cellTypes.Count == 0)
            throw root["cell_types"].Unlike("an object with at least one cell type");
        if (ranges.Count < cellTypes.Count + drives.Count || ranges.Keys.Any(name => string.IsNullOrWhiteSpace(name) || name == Origin))
            throw entry.Unlike($"an object whose keys are all cell types and drives, of different names that are neither blank nor '{Origin}'");
        var next = 0;
        foreach (var name in cellTypes.OrderBy(Bounds).Concat(drives.OrderBy(Bounds)))
        {
            if (ranges[name].Start != next)
            {
                throw entry[name].Fault(
                    $"The gids of '{name}' start at {ranges[name].Start}.", $"The gids of cell types, then those of drives, follow each other without gaps, so {next} was expected.",
                    "Correct the gids, or write the file anew.");
            }
            next = ranges[name].Stop;
        }
        foreach (var name in drives)
            CheckDriveCells(places[name], ranges[name], places[Origin].Point());
        return ranges;

        (int, int) Bounds(string name) => (ranges[name].Start, ranges[name].Stop);
    }

    private static GidRange Range(JsonValue entry) => entry["start"].Whole() is var start && entry["stop"].Whole() is var stop && start <= stop
        ? new GidRange(start, stop)
        : throw entry.Unlike("a start and a stop that is not before it");

    private static ImmutableArray<Point3> Positions(JsonValue entry, GidRange range)
    {
        ImmutableArray<Point3> positions = [.. entry.Items().Select(place => place.Point())];
        return positions.Length == range.Count ? positions : throw entry.Unlike($"a list of {range.Count} positions, one for each gid");
    }

    private static void CheckDriveCells(JsonValue entry, GidRange range, Point3 origin)
    {
        if (Positions(entry, range).Any(place => place != origin))
            throw entry.Fault("A drive cell is not at the origin.", "All drive cells are placed there; distances are measured from it.", $"Give all of them the position under '{Origin}'.");
    }
}
