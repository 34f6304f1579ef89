using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hnn.Core.Networks;

namespace Hnn.Core.Files.NetworkJson;

/// <summary>A group of connections in a network file.</summary>
internal static class ConnectionJson
{
    public static void Write(Utf8JsonWriter json, Network net, Connection connection)
    {
        json.WriteStartObject();
        json.WriteString("target_type", connection.TargetType);
        json.WriteList("target_gids", connection.TargetGids, json.WriteNumberValue);
        json.WriteNumber("num_targets", connection.TargetGids.Length);
        json.WriteString("src_type", connection.SourceType);
        json.WriteList("src_gids", connection.SourceGids, json.WriteNumberValue);
        json.WriteNumber("num_srcs", connection.SourceGids.Length);
        json.WriteMap(
            "gid_pairs",
            connection.Pairs.GroupBy(pair => pair.Source, pair => pair.Target)
                .Select(source => KeyValuePair.Create(source.Key.ToString(CultureInfo.InvariantCulture), source)),
            targets => json.WriteList(targets, json.WriteNumberValue));
        json.WriteString("loc", connection.Location);
        json.WriteString("receptor", connection.Receptor);
        json.WriteStartObject("nc_dict");
        json.WriteFloat("A_delay", connection.Delay);
        json.WriteFloat("A_weight", connection.Weight);
        json.WriteFloat("lamtha", connection.SpaceConstant);
        json.WriteFloat("threshold", connection.Threshold ?? net.SpikeThreshold);
        json.WriteFloat("gain", connection.Gain);
        json.WriteEndObject();
        json.WriteNumber("allow_autapses", connection.AllowsAutapses ? 1 : 0);
        json.WriteFloat("probability", connection.Probability);
        WriteLost(json, net, connection);
        json.WriteEndObject();
    }

    /// <summary>Reads a group of connections; its pairs are those that random pruning has left.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="net">The network so far: its cell types and threshold.</param>
    /// <param name="ranges">Gids of cell types and drives.</param>
    public static Connection Read(JsonValue entry, Network net, IReadOnlyDictionary<string, GidRange> ranges)
    {
        var (source, target) = (entry["src_type"], entry["target_type"]);
        if (!ranges.TryGetValue(source.Text(), out var sources))
            throw source.Unlike($"one of {string.Join(", ", ranges.Keys)}");
        if (!net.CellTypes.TryGet(target.Text(), out var type))
            throw target.Unlike($"one of {net.CellTypes.Listing}");
        entry.Refuse(ConnectionChecks.OfContacts(type, entry["loc"].Text(), entry["receptor"].Text()));

        var pairs = Pairs(entry["gid_pairs"], sources, ranges[type.Name]);
        var (numbers, lost) = (entry["nc_dict"], entry.Optional("hnn"));
        var (threshold, probability) = (numbers.Optional("threshold")?.Number(), entry["probability"]);
        var seed = lost?.Optional("conn_seed")?.Whole();
        probability.Refuse(ConnectionChecks.OfChoice(probability.Number(), seed));
        return new Connection
        {
            SourceType = source.Text(),
            TargetType = type.Name,
            IsFromDrive = !net.CellTypes.Contains(source.Text()),
            SourceGids = Named(entry["src_gids"], sources, pairs.Select(pair => pair.Source)),
            TargetGids = Named(entry["target_gids"], ranges[type.Name], pairs.Select(pair => pair.Target)),
            Pairs = pairs,
            Location = entry["loc"].Text(),
            Receptor = entry["receptor"].Text(),
            Weight = numbers["A_weight"].NotNegative(),
            Delay = numbers["A_delay"].NotNegative(),
            SpaceConstant = numbers["lamtha"].Positive(),
            Threshold = threshold == net.SpikeThreshold && lost?.Optional("own_threshold")?.Flag() != true ? null : threshold,
            Gain = numbers.Optional("gain")?.NotNegative() ?? 1,
            AllowsAutapses = entry["allow_autapses"].Flag(),
            Probability = probability.Number(),
            Seed = seed,
        };
    }

    // The file always has a threshold, so it does not tell one that is the network's from one that only equals it.
    private static void WriteLost(Utf8JsonWriter json, Network net, Connection connection)
    {
        var ownThreshold = connection.Threshold == net.SpikeThreshold;
        if (!ownThreshold && connection.Seed is null)
            return;
        json.WriteStartObject("hnn");
        json.WriteBoolean("own_threshold", ownThreshold);
        if (connection.Seed is { } seed)
            json.WriteNumber("conn_seed", seed);
        json.WriteEndObject();
    }

    private static ImmutableArray<(int Source, int Target)> Pairs(JsonValue entry, GidRange sources, GidRange targets)
    {
        var pairs = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var (key, list) in entry.Members())
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var source)
                || key != source.ToString(CultureInfo.InvariantCulture) || !sources.Contains(source))
            {
                throw list.Fault(
                    $"There is no source with the gid '{key}'.", $"The sources' gids go from {sources.Start} to {sources.Stop - 1}.", "Correct the gid.");
            }
            foreach (var target in list.Items())
                pairs.Add((source, Gid(target, targets)));
        }
        return pairs.DrainToImmutable();
    }

    // Who was named when the connections were made: at least those who are connected.
    private static ImmutableArray<int> Named(JsonValue entry, GidRange range, IEnumerable<int> connected) =>
        [.. entry.Items().Select(gid => Gid(gid, range)).Concat(connected).Distinct().Order()];

    private static int Gid(JsonValue gid, GidRange range) => gid.Whole() is var value && range.Contains(value)
        ? value
        : throw gid.Fault($"There is no cell with the gid {value} here.", $"The gids of this population go from {range.Start} to {range.Stop - 1}.", "Correct the gid.");
}
