using Hnn.Core.Drives;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    /// <summary>Changes numbers of a drive where it stands: it keeps its place and its cells' gids, and so all drives keep their seeds.</summary>
    /// <typeparam name="TDrive">Kind of the drive; <see cref="Drive"/> for what all kinds have.</typeparam>
    /// <param name="name">Name of the drive.</param>
    /// <param name="change">Returns the changed drive.</param>
    /// <returns>The drive as the network now holds it.</returns>
    /// <exception cref="KeyNotFoundException">There is no drive of that name.</exception>
    /// <exception cref="ArgumentException">The drive is of another kind, a number is out of its range, or who is connected to whom would change; nothing was changed.</exception>
    /// <remarks>
    /// The network is then equal to one to which the drive was added with these numbers. A weight, delay or space constant that changes goes to the
    /// drive's connections; one that does not leaves them alone, even where they were changed by themselves.
    /// </remarks>
    /// <example><c>net.ChangeDrive&lt;EvokedDrive&gt;("evprox2", drive => drive with { Mu = 110 });</c></example>
    public Drive ChangeDrive<TDrive>(string name, Func<TDrive, TDrive> change)
        where TDrive : Drive
    {
        ArgumentNullException.ThrowIfNull(change);
        var old = Drives[name];
        if (old is not TDrive known)
        {
            throw Refusal.Of(
                nameof(name), $"Drive '{name}' is of the kind '{old.Kind}'.", $"The change is one of a {typeof(TDrive).Name}.",
                "Name another drive, or change what drives of its kind have.");
        }

        Drive changed = change(known);
        Refusal.IfAny([.. FormProblems(old, changed), .. DriveChecks.Of(this, changed)], nameof(change));
        Drives.Replace(name, changed);
        foreach (var connection in _connections.Where(connection => connection.SourceType == name))
            Follow(connection, old, changed);
        return changed;
    }

    // What decides about cells and pairs can only be given when a drive is added.
    private static IEnumerable<NetworkProblem> FormProblems(Drive old, Drive changed)
    {
        var isSame = new (string What, bool IsSame)[]
        {
            ("kind", old.GetType() == changed.GetType()),
            ("name", old.Name == changed.Name),
            ("location", old.Location == changed.Location),
            ("targets", old.AmpaWeights.Keys.SequenceEqual(changed.AmpaWeights.Keys) && old.NmdaWeights.Keys.SequenceEqual(changed.NmdaWeights.Keys)),
            ("cells", (old.CellSpecific, old.CellCount, old.GidRange) == (changed.CellSpecific, changed.CellCount, changed.GidRange)
                && (old as SpikeTrainDrive)?.SpikeTimes.Length == (changed as SpikeTrainDrive)?.SpikeTimes.Length
                && old.TargetTypes.SequenceEqual(changed.TargetTypes)),
            ("pairs", old.ConnectionSeed == changed.ConnectionSeed && old.Probabilities.SequenceEqual(changed.Probabilities)),
        };
        foreach (var (what, _) in isSame.Where(part => !part.IsSame))
        {
            yield return new(
                $"The {what} of drive '{old.Name}' would change.", "Only numbers can be changed where a drive stands: its dynamics, event seed, weights, delays and space constant.",
                $"Leave the {what} alone, or remove the drive and add another.");
        }
    }

    private static void Follow(Connection connection, Drive old, Drive changed)
    {
        var type = connection.TargetType;
        var (before, after) = connection.Receptor switch
        {
            "ampa" => (old.AmpaWeights, changed.AmpaWeights),
            "nmda" => (old.NmdaWeights, changed.NmdaWeights),
            _ => (Drive.NoValues, Drive.NoValues),
        };
        if (after.TryGetValue(type, out var weight) && weight != before[type])
            connection.Weight = weight;
        if (changed.Delays.TryGetValue(type, out var delay) && delay != old.Delays[type])
            connection.Delay = delay;
        if (changed.SpaceConstant != old.SpaceConstant)
            connection.SpaceConstant = changed.SpaceConstant;
    }
}
