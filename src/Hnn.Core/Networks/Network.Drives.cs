using System.Collections.Immutable;
using System.Security.Cryptography;
using Hnn.Core.Drives;
using Hnn.Core.Files.NetworkJson;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    private const double LegacyDelay = 0.1;

    /// <summary>Adds a drive: its artificial cells at <see cref="Origin"/>, numbered after all cells there are, and their connections.</summary>
    /// <param name="drive">The drive; gids and target types are assigned here.</param>
    /// <returns>The drive as the network holds it.</returns>
    /// <exception cref="ArgumentException">The drive does not fit the network; the message lists all that is wrong with it.</exception>
    public Drive AddDrive(Drive drive)
    {
        ArgumentNullException.ThrowIfNull(drive);
        if (drive is SpikeTrainDrive train)
            drive = train with { CellSpecific = false, CellCount = train.SpikeTimes.Length };
        Refusal.IfAny([.. NameProblems(drive.Name), .. DriveChecks.Of(this, drive)], nameof(drive));

        var ranges = GidRanges;
        ImmutableArray<string> targets = [.. CellTypes.Names.Where(type => LegacyMode || drive.AmpaWeights.ContainsKey(type) || drive.NmdaWeights.ContainsKey(type))];
        var count = drive.CellCount ?? targets.Sum(type => ranges[type].Count);
        drive = drive with
        {
            TargetTypes = targets,
            GidRange = new GidRange(GidCount, GidCount + count),
            Probabilities = drive.Probabilities.AddRange(
                drive.AmpaWeights.Keys.Union(drive.NmdaWeights.Keys).Except(drive.Probabilities.Keys).Select(type => KeyValuePair.Create(type, 1.0))),
        };
        Drives.Add(drive);
        ConnectDrive(drive, ranges);
        return drive;
    }

    /// <summary>Removes a drive with its cells and connections; the cells of later drives move up.</summary>
    /// <param name="name">Name of the drive.</param>
    /// <exception cref="KeyNotFoundException">There is no drive of that name.</exception>
    public void RemoveDrive(string name)
    {
        var removed = Drives[name];
        Drives.Remove(removed);
        _connections.RemoveAll(connection => connection.SourceType == name);
        foreach (var connection in _connections.Where(connection => connection.SourceGids[0] >= removed.GidRange.Stop))
        {
            connection.SourceGids = [.. connection.SourceGids.Select(gid => gid - removed.GidRange.Count)];
            connection.Pairs = [.. connection.Pairs.Select(pair => (pair.Source - removed.GidRange.Count, pair.Target))];
        }
        for (var i = 0; i < Drives.Count; i++)
        {
            var range = Drives[i].GidRange;
            if (range.Start >= removed.GidRange.Stop)
                Drives.Replace(i, Drives[i] with { GidRange = new GidRange(range.Start - removed.GidRange.Count, range.Stop - removed.GidRange.Count) });
        }
    }

    /// <summary>Removes all drives with their cells and connections. Biases stay.</summary>
    public void ClearDrives()
    {
        foreach (var name in Drives.Names.Reverse().ToList())
            RemoveDrive(name);
    }

    /// <summary>Changes times and weights of a drive in place: its cells keep their gids, and so all drives keep their seeds.</summary>
    /// <param name="changed">A drive of this network with other times or weights, for the same targets.</param>
    internal void ChangeDrive(Drive changed)
    {
        Drives.Replace(changed.Name, changed);
        foreach (var connection in _connections.Where(connection => connection.SourceType == changed.Name))
        {
            var weights = connection.Receptor == "ampa" ? changed.AmpaWeights : changed.NmdaWeights;
            connection.Weight = weights.GetValueOrDefault(connection.TargetType, connection.Weight);
        }
    }

    /// <summary>The target cell types of a drive with their numbers of cells, in the order in which its cells are numbered.</summary>
    /// <param name="drive">A drive of this network.</param>
    public ImmutableArray<(string CellType, int Count)> TargetsOf(Drive drive)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return [.. drive.TargetTypes.Select(type => (type, _cellPositions[type].Length))];
    }

    /// <summary>Gids of drive cells that random pruning or removed connections left without any target. As in the reference they do not take part:
    /// their spikes are not listed. Ascending.</summary>
    public ImmutableArray<int> SilentDriveCells
    {
        get
        {
            var connected = _connections.Where(connection => connection.IsFromDrive).SelectMany(connection => connection.Pairs).Select(pair => pair.Source).ToHashSet();
            return [.. Drives.Where(drive => drive.CellSpecific).SelectMany(drive => drive.GidRange.Gids).Where(gid => !connected.Contains(gid))];
        }
    }

    private void ConnectDrive(Drive drive, IReadOnlyDictionary<string, GidRange> ranges)
    {
        var first = drive.GidRange.Start;
        var seed = drive.ConnectionSeed ?? RandomNumberGenerator.GetInt32(int.MaxValue / 2);
        foreach (var (index, type) in drive.TargetTypes.Index())
        {
            var targets = ranges[type];
            var isTarget = drive.AmpaWeights.ContainsKey(type) || drive.NmdaWeights.ContainsKey(type);
            foreach (var (receptor, weights) in new[] { ("ampa", isTarget ? drive.AmpaWeights : NoWeight(type)), ("nmda", drive.NmdaWeights) })
            {
                if (!weights.TryGetValue(type, out var weight))
                    continue;
                Connect(
                    drive.CellSpecific ? new GidRange(first, first + targets.Count) : drive.GidRange,
                    drive.CellSpecific ? Gids.PerSource(targets.Gids.Select(gid => new[] { gid })) : targets,
                    drive.Location, receptor, weight, drive.Delays.GetValueOrDefault(type, LegacyDelay), drive.SpaceConstant,
                    probability: drive.Probabilities.GetValueOrDefault(type, 1), seed: seed + index);
            }
            first += targets.Count;
        }
    }

    // In legacy mode a type that is no target is connected all the same, with weight 0.
    private static ImmutableSortedDictionary<string, double> NoWeight(string type) => Drive.NoValues.Add(type, 0);

    private IEnumerable<NetworkProblem> NameProblems(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            yield return new("The name is empty.", "Populations and drives are told apart by their names.", "Give a name.");
        if (name == NetworkReader.Origin)
            yield return new($"The name '{name}' is taken.", "Network files keep the place of the drives' cells under it.", "Give another name.");
        if (CellTypes.Contains(name) || Drives.Contains(name))
            yield return new($"The name '{name}' is taken.", $"The network has {string.Join(", ", CellTypes.Names.Concat(Drives.Names))}.", "Give another name, or remove the other first.");
    }
}
