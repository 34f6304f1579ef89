using System.Collections.Immutable;
using System.Security.Cryptography;
using Hnn.Core.Randomness;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    /// <summary>Connects sources with targets: each with each, or each with its own (<see cref="Gids.PerSource"/>).</summary>
    /// <param name="from">Sources: a population or drive by name, or gids of one kind, none twice.</param>
    /// <param name="to">Targets: a population by name, or gids of real cells of one kind.</param>
    /// <param name="at">Where on the targets: a group such as <c>proximal</c>, or a section's name.</param>
    /// <param name="receptor">Receptor of the contacts, for example <c>ampa</c>; every section of the place must have it.</param>
    /// <param name="weight">Synaptic weight at distance 0 in µS. At least 0.</param>
    /// <param name="delay">Delay at distance 0 in ms. At least 0.</param>
    /// <param name="spaceConstant">Distance over which weights fall by a factor of e, in units of <see cref="InPlaneDistance"/>. Positive.</param>
    /// <param name="threshold">Somatic voltage in mV above which the sources spike. Default: <see cref="SpikeThreshold"/>.</param>
    /// <param name="gain">Factor of the weight. At least 0. Default: 1.</param>
    /// <param name="allowAutapses">Whether a cell may connect to itself. Default: true.</param>
    /// <param name="probability">Part of the pairs that is kept, above 0 and at most 1. Default: 1.</param>
    /// <param name="seed">Seed of that choice, at least 0; null draws a new one, kept in <see cref="Connection.Seed"/>. Default: null.</param>
    /// <returns>The new group of connections, the last of <see cref="Connections"/>.</returns>
    /// <exception cref="ArgumentException">An argument is out of its range, or names what the network does not have.</exception>
    /// <remarks>The same probability, seed and pairs keep the same pairs as <c>add_connection</c> of hnn-core 0.6.</remarks>
    public Connection Connect(
        Gids from, Gids to, string at, string receptor, double weight, double delay, double spaceConstant,
        double? threshold = null, double gain = 1, bool allowAutapses = true, double probability = 1, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var ranges = GidRanges;
        var (sources, targets) = (from.In(ranges, nameof(from)), to.In(ranges, nameof(to)));
        var (sourceType, targetType) = (TypeOf(sources, ranges, nameof(from)), TypeOf(targets, ranges, nameof(to)));
        Refusal.IfAny(ConnectionChecks.OfGids(this, sources, targetType), nameof(from));
        Refusal.IfAny(ConnectionChecks.OfContacts(CellTypes[targetType], at, receptor), nameof(at));
        Refusal.IfAny(ConnectionChecks.OfChoice(probability, seed), nameof(probability));

        var pairs = Pairs(sources, to.ForEach(sources, ranges, nameof(to)), allowAutapses);
        int? drawn = probability < 1 ? seed ?? RandomNumberGenerator.GetInt32(int.MaxValue) : null;
        var connection = new Connection
        {
            SourceType = sourceType,
            TargetType = targetType,
            IsFromDrive = Drives.Contains(sourceType),
            SourceGids = [.. sources.Order()],
            TargetGids = [.. targets.Distinct().Order()],
            Pairs = drawn is { } start ? Chosen(pairs, probability, start) : pairs,
            Location = at,
            Receptor = receptor,
            Weight = weight,
            Delay = delay,
            SpaceConstant = spaceConstant,
            Threshold = threshold,
            Gain = gain,
            AllowsAutapses = allowAutapses,
            Probability = probability,
            Seed = drawn,
        };
        _connections.Add(connection);
        return connection;
    }

    /// <summary>The groups of connections that fit, in order.</summary>
    /// <param name="from">Keeps those with at least one of these sources; null keeps all.</param>
    /// <param name="to">Keeps those with at least one of these targets; null keeps all.</param>
    /// <param name="at">Keeps those at this place; null keeps all.</param>
    /// <param name="receptor">Keeps those with this receptor; null keeps all.</param>
    /// <returns>The connections themselves: changing them changes the network.</returns>
    /// <exception cref="ArgumentException">There is no such population or gid.</exception>
    public ImmutableArray<Connection> FindConnections(Gids? from = null, Gids? to = null, string? at = null, string? receptor = null)
    {
        var sources = from?.In(GidRanges, nameof(from)).ToHashSet();
        var targets = to?.In(GidRanges, nameof(to)).ToHashSet();
        return
        [
            .. _connections.Where(connection =>
                (sources is null || connection.SourceGids.Any(sources.Contains))
                && (targets is null || connection.TargetGids.Any(targets.Contains))
                && (at is null || connection.Location == at)
                && (receptor is null || connection.Receptor == receptor)),
        ];
    }

    /// <summary>Removes a group of connections.</summary>
    /// <param name="connection">One of <see cref="Connections"/>.</param>
    /// <exception cref="ArgumentException">It is not one of this network's.</exception>
    public void RemoveConnection(Connection connection)
    {
        if (!_connections.Remove(connection))
        {
            throw Refusal.Of(
                nameof(connection), $"The connection '{connection}' is not in the network.", "It was removed before, or belongs to another network.",
                $"Take one of {nameof(Connections)}.");
        }
    }

    /// <summary>Removes all connections between cells; those of drives stay.</summary>
    public void ClearLocalConnections() => _connections.RemoveAll(connection => !connection.IsFromDrive);

    // The one population all gids belong to.
    private static string TypeOf(ImmutableArray<int> gids, IReadOnlyDictionary<string, GidRange> ranges, string parameter)
    {
        var (name, range) = ranges.First(candidate => candidate.Value.Contains(gids[0]));
        foreach (var gid in gids)
        {
            if (!range.Contains(gid))
            {
                throw Refusal.Of(
                    parameter, $"The gids {gids[0]} and {gid} are of different populations.",
                    "The sources of a connection are cells of one population, and so are its targets.", "Make one connection for each population.");
            }
        }
        return name;
    }

    private static ImmutableArray<(int Source, int Target)> Pairs(
        ImmutableArray<int> sources, IEnumerable<ImmutableArray<int>> targetsOfEach, bool allowAutapses)
    {
        var pairs = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var (source, targets) in sources.Zip(targetsOfEach))
        {
            foreach (var target in targets)
            {
                if (allowAutapses || target != source)
                    pairs.Add((source, target));
            }
        }
        return pairs.DrainToImmutable();
    }

    private static ImmutableArray<(int Source, int Target)> Chosen(ImmutableArray<(int Source, int Target)> pairs, double probability, int seed)
    {
        var count = (int)Math.Round(pairs.Length * probability, MidpointRounding.ToEven);
        return [.. new NumPyGenerator((uint)seed).ChoiceWithoutReplacement(pairs.Length, count).Select(index => pairs[index])];
    }
}
