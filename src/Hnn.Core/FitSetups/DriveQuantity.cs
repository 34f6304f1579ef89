using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Hnn.Core.Drives;
using Hnn.Core.Networks;

namespace Hnn.Core.FitSetups;

/// <summary>A number of a drive, or one that it has for several cell types, by its path: <c>evprox2.mu</c>, <c>evprox2.ampa.L5_pyramidal</c>, <c>evprox2.nmda.*</c>.</summary>
/// <param name="Drive">Name of the drive.</param>
/// <param name="Name">Name of the number.</param>
/// <param name="CellTypes">Cell types whose number it is; empty for one of the drive as a whole.</param>
internal sealed record DriveQuantity(string Drive, string Name, ImmutableArray<string> CellTypes)
{
    private const string Every = "*";
    private const string Delay = "delay";

    // Numbers of a whole drive: how they are set; null if the drive's kind does not have them.
    private static readonly OrderedDictionary<string, Func<Drive, double, Drive?>> OfDrive = new()
    {
        ["mu"] = (drive, value) => drive is EvokedDrive evoked ? evoked with { Mu = value } : null,
        ["sigma"] = (drive, value) => drive is EvokedDrive evoked ? evoked with { Sigma = value } : null,
        ["start"] = (drive, value) => drive switch
        {
            PoissonDrive poisson => poisson with { Start = value },
            BurstyDrive bursty => bursty with { Start = value },
            _ => null,
        },
        ["startStd"] = (drive, value) => drive is BurstyDrive bursty ? bursty with { StartStd = value } : null,
        ["burstRate"] = (drive, value) => drive is BurstyDrive bursty ? bursty with { BurstRate = value } : null,
        ["burstStd"] = (drive, value) => drive is BurstyDrive bursty ? bursty with { BurstStd = value } : null,
        ["spikeInterval"] = (drive, value) => drive is BurstyDrive bursty ? bursty with { SpikeInterval = value } : null,
        ["spaceConstant"] = (drive, value) => drive with { SpaceConstant = value },
    };

    // Numbers by cell type: where they stand.
    private static readonly OrderedDictionary<string, (Func<Drive, ImmutableSortedDictionary<string, double>> Get, Func<Drive, ImmutableSortedDictionary<string, double>, Drive> Set)> OfTargets = new()
    {
        ["ampa"] = (drive => drive.AmpaWeights, (drive, values) => drive with { AmpaWeights = values }),
        ["nmda"] = (drive => drive.NmdaWeights, (drive, values) => drive with { NmdaWeights = values }),
        [Delay] = (drive => drive.Delays, (drive, values) => drive with { Delays = values }),
        ["rate"] = (drive => (drive as PoissonDrive)?.Rates ?? Drives.Drive.NoValues, (drive, values) => (PoissonDrive)drive with { Rates = values }),
    };

    /// <summary>The paths of the single numbers, so that two quantities can be seen to share one.</summary>
    public IEnumerable<string> Paths => CellTypes.IsEmpty ? [$"{Drive}.{Name}"] : CellTypes.Select(type => $"{Drive}.{Name}.{type}");

    /// <summary>Understands a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="network">The network whose drive is meant.</param>
    /// <param name="quantity">What it means.</param>
    /// <param name="problem">Why it means nothing.</param>
    /// <returns>Whether it means something.</returns>
    public static bool TryParse(string path, Network network, [NotNullWhen(true)] out DriveQuantity? quantity, [NotNullWhen(false)] out NetworkProblem? problem)
    {
        (quantity, problem) = (null, null);
        var drive = network.Drives.Where(drive => path.StartsWith($"{drive.Name}.", StringComparison.Ordinal)).MaxBy(drive => drive.Name.Length);
        if (drive is null)
        {
            problem = new($"The path '{path}' begins with no drive of the network.", $"The network has {network.Drives.Listing}.", "Begin it with one of these and a dot, for example evprox1.mu.");
            return false;
        }

        var words = path[(drive.Name.Length + 1)..].Split('.', 2);
        quantity = (words, OfTargets.TryGetValue(words[0], out var numbers)) switch
        {
            ([var name], false) when OfDrive.TryGetValue(name, out var set) && set(drive, 0) is not null => new(drive.Name, name, []),
            ([var name, Every], true) when !numbers.Get(drive).IsEmpty => new(drive.Name, name, [.. numbers.Get(drive).Keys]),
            ([var name, var type], true) when numbers.Get(drive).ContainsKey(type) => new(drive.Name, name, [type]),
            _ => null,
        };
        if (quantity is not null)
            return true;
        problem = new(
            $"The path '{path}' means no number of the {drive.Kind} drive '{drive.Name}'.", $"It has {string.Join(", ", NamesOf(drive))}.",
            $"Take one of these; {Every} in place of a cell type stands for all that the drive has.");
        return false;
    }

    /// <summary>Sets the number.</summary>
    /// <param name="network">The network; changed.</param>
    /// <param name="value">The value, in the number's own unit.</param>
    /// <exception cref="ArgumentException">The value is out of range.</exception>
    public void Set(Network network, double value)
    {
        network.ChangeDrive<Drive>(Drive, drive => CellTypes.IsEmpty
            ? OfDrive[Name](drive, value)!
            : OfTargets[Name].Set(drive, OfTargets[Name].Get(drive).SetItems(CellTypes.Select(type => KeyValuePair.Create(type, value)))));

        // Connections that were changed by themselves follow, too, even if the drive already has the value.
        foreach (var connection in network.Connections.Where(connection => connection.SourceType == Drive && CellTypes.Contains(connection.TargetType)))
        {
            if (connection.Receptor == Name)
                connection.Weight = value;
            else if (Name == Delay)
                connection.Delay = value;
        }
    }

    private static IEnumerable<string> NamesOf(Drive drive) =>
        OfDrive.Where(number => number.Value(drive, 0) is not null).Select(number => number.Key)
            .Concat(OfTargets.SelectMany(numbers => numbers.Value.Get(drive).Keys.Select(type => $"{numbers.Key}.{type}")));
}
