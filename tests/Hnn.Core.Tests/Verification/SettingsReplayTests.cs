using System.Text.Json;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Core.Verification;
using Hnn.Testing;

namespace Hnn.Core.Tests.Verification;

/// <summary>The recorded networks, rebuilt: who is connected to whom, how strongly and how late.</summary>
public class SettingsReplayTests
{
    public static TheoryData<string> Folders =>
    [
        "calcium_3x3", "custom_connectivity_3x3", "default_params_3x3", "default_params_legacy_3x3", "gains_3x3", "gamma_params_3x3", "law_3x3",
        "neymotin_10x10", "neymotin_1x1", "neymotin_3x3",
        "neymotin_3x3_spaced_drives", "neymotin_5x4", "probability_3x3", "spike_train_3x3", "sync_3x3",
    ];

    [Theory, MemberData(nameof(Folders))]
    public void Gids_and_positions_are_those_of_the_reference(string folder)
    {
        var (net, recorded) = Rebuilt(folder);

        Assert.Equal(
            recorded.GetProperty("gid_ranges").EnumerateObject().Select(range => (range.Name, new GidRange(range.Value[0].GetInt32(), range.Value[1].GetInt32()))),
            net.GidRanges.Select(range => (range.Key, range.Value)));
        var table = ReferenceData.Table($"networks/{folder}/positions.csv.gz");
        var positions = net.Positions.Values.SelectMany(all => all).ToList();
        Assert.Equal(table["x"], positions.Select(position => position.X));
        Assert.Equal(table["y"], positions.Select(position => position.Y));
        Assert.Equal(table["z"], positions.Select(position => position.Z));
        Assert.Equal(table.Text("type"), Enumerable.Range(0, net.GidCount).Select(net.PopulationOf));
    }

    [Theory, MemberData(nameof(Folders))]
    public void Every_contact_is_that_of_the_reference(string folder)
    {
        var (net, _) = Rebuilt(folder);

        RecordedContacts.AssertAreThoseOf(folder, net);
    }

    [Theory, MemberData(nameof(Folders))]
    public void Every_connection_has_the_numbers_of_the_reference(string folder)
    {
        var (net, recorded) = Rebuilt(folder);

        foreach (var (expected, connection) in recorded.GetProperty("connectivity").EnumerateArray().Zip(net.Connections))
        {
            var numbers = expected.GetProperty("nc_dict");
            Assert.Equal(
                (expected.GetProperty("src_type").GetString(), expected.GetProperty("target_type").GetString(), expected.GetProperty("loc").GetString()),
                (connection.SourceType, connection.TargetType, connection.Location));
            Assert.Equal(
                (numbers.GetProperty("A_weight").GetDouble(), numbers.GetProperty("A_delay").GetDouble(), numbers.GetProperty("lamtha").GetDouble()),
                (connection.Weight, connection.Delay, connection.SpaceConstant));
            Assert.Equal(
                (numbers.GetProperty("gain").GetDouble(), numbers.GetProperty("threshold").GetDouble(), expected.GetProperty("probability").GetDouble()),
                (connection.Gain, connection.Threshold ?? net.SpikeThreshold, connection.Probability));
            Assert.Equal(
                (expected.GetProperty("num_srcs").GetInt32(), expected.GetProperty("num_targets").GetInt32(), expected.GetProperty("n_pairs").GetInt32()),
                (connection.SourceGids.Length, connection.TargetGids.Length, connection.Pairs.Length));
        }
        Assert.Equal(recorded.GetProperty("connectivity").GetArrayLength(), net.Connections.Count);
    }

    [Fact]
    public void Random_pruning_of_a_large_network_keeps_the_pairs_of_the_reference()
    {
        var (net, _) = Rebuilt("probability_10x10");
        var table = ReferenceData.Table("networks/probability_10x10/pairs.csv.gz");
        var expected = table.Integers("connection_index").Zip(table.Integers("src_gid"), table.Integers("target_gid"));

        var actual = net.Connections.Index().Where(item => item.Item.Probability < 1)
            .SelectMany(item => item.Item.Pairs.Select(pair => (item.Index, pair.Source, pair.Target)));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Sections_modified_as_in_the_reference_keep_their_segments_and_densities()
    {
        var net = Network.Jones2009(new NetworkOptions { Mesh = (1, 1) });
        var before = net.CellTypes["L5_pyramidal"].Cell["apical_1"];

        Replay(net, """{"op": "modify_section", "cell_type": "L5_pyramidal", "section": "apical_1", "L": 1500.0, "diam": null, "cm": null, "Ra": null, "v0": null}""");

        var after = net.CellTypes["L5_pyramidal"].Cell["apical_1"];
        Assert.Equal((1500, before.SegmentCount), (after.Length, after.SegmentCount));
    }

    [Fact]
    public void An_unknown_operation_is_refused()
    {
        var fault = Assert.Throws<InvalidDataException>(() => Replay(Network.Jones2009(new NetworkOptions { Mesh = (1, 1) }), """{"op": "boil"}"""));

        Assert.Contains("'boil'", fault.Message, StringComparison.Ordinal);
    }

    private static void Replay(Network net, string operation)
    {
        using var document = JsonDocument.Parse(operation);
        SettingsReplay.Apply(net, document.RootElement);
    }

    private static (Network Network, JsonElement Recorded) Rebuilt(string folder)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json($"networks/{folder}/network.json");
        var net = SettingsReplay.Network(recorded.GetProperty("settings"), file => ParameterFile.Load(ReferenceData.PathOf($"params/{file}")));
        return (net, recorded);
    }
}
