using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Core.Files;
using Hnn.Core.Files.NetworkJson;
using Hnn.Core.Networks;

namespace Hnn.Core.FitSetups;

/// <summary>The network of a setup file: a network file by its path, or a model with evoked drives.</summary>
internal static class SetupNetwork
{
    /// <summary>Reads the entry.</summary>
    /// <returns>The network; null if it cannot be made.</returns>
    /// <exception cref="FileFault">The entry is of a wrong kind.</exception>
    public static Network? Read(JsonValue entry, string folder, FaultList faults)
    {
        if (entry.IsText)
            return NetworkFile.Load(Path.Combine(folder, entry.Text()));
        faults.CheckKeys(entry, "model", "mesh", "erpDrives", "drives");
        var model = faults.Read(null, () => ModelOf(entry["model"]));
        var mesh = entry.Optional("mesh") is { } given ? faults.Read((1, 1), () => MeshOf(given)) : NetworkOptions.Default.Mesh;
        if (model is null)
            return null;
        var net = Network.Named(model, NetworkOptions.Default with { Mesh = mesh });
        if (entry.Optional("erpDrives") is { } standard && faults.Read(false, standard.Flag))
            net.AddDefaultErpDrives();
        foreach (var (name, drive) in entry.Optional("drives")?.Members() ?? [])
            faults.Read(false, () => TryAdd(net, name, drive, faults));
        return net;
    }

    private static string ModelOf(JsonValue entry) =>
        Network.ModelNames.Contains(entry.Text()) ? entry.Text() : throw entry.Unlike($"one of {string.Join(", ", Network.ModelNames)}");

    private static (int X, int Y) MeshOf(JsonValue entry) =>
        entry.Items().Select(item => item.Whole(least: 1)).ToArray() is [var x, var y] ? (x, y) : throw entry.Unlike("a list of two whole numbers above 0, for example [10, 10]");

    private static bool TryAdd(Network net, string name, JsonValue entry, FaultList faults)
    {
        faults.CheckKeys(entry, "mu", "sigma", "spikes", "location", "ampa", "nmda", "delay", "spaceConstant", "seed");
        var (ampa, nmda) = (Weights(entry.Optional("ampa")), Weights(entry.Optional("nmda")));
        ImmutableArray<string> targets = [.. ampa.Keys.Union(nmda.Keys)];
        var drive = new EvokedDrive
        {
            Name = name,
            Mu = entry["mu"].Number(),
            Sigma = entry["sigma"].NotNegative(),
            SpikeCount = entry.Optional("spikes")?.Whole(least: 1) ?? 1,
            Location = entry["location"].Text(),
            AmpaWeights = ampa,
            NmdaWeights = nmda,
            Delays = entry.Optional("delay") is { } delay ? DriveJson.ByTarget(delay, targets) : Drive.NoValues.AddRange(targets.Select(type => KeyValuePair.Create(type, 0.1))),
            SpaceConstant = entry.Optional("spaceConstant")?.Positive() ?? 3,
            EventSeed = entry.Optional("seed")?.Whole() ?? 2,
        };
        return faults.Try(entry, false, () => net.AddDrive(drive) is not null);
    }

    private static ImmutableSortedDictionary<string, double> Weights(JsonValue? entry) =>
        Drive.NoValues.AddRange(entry?.NumbersByName() ?? []);
}
