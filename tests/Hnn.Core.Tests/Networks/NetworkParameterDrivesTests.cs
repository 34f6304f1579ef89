using System.Text.Json;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Testing;

namespace Hnn.Core.Tests.Networks;

public class NetworkParameterDrivesTests
{
    private static readonly NetworkOptions Small = new() { Mesh = (3, 3), DrivesFromParameters = true };

    [Fact]
    public void A_network_with_the_drives_of_its_parameters_has_their_connections_before_the_local_ones()
    {
        var net = Network.Jones2009(Small);

        Assert.Equal(["evdist1", "evprox1", "evprox2"], net.Drives.Select(drive => drive.Name));
        Assert.Equal(22, net.Connections.TakeWhile(connection => connection.IsFromDrive).Count());
        Assert.Equal(22, net.Connections.Count(connection => connection.IsFromDrive));
    }

    [Fact]
    public void The_first_gid_of_a_drive_is_added_to_its_seed()
    {
        var net = Network.Jones2009(Small);

        Assert.All(net.Drives, drive => Assert.Equal(2 + drive.GidRange.Start, drive.EventSeed));
    }

    [Fact]
    public void Drives_of_another_set_can_be_added_later()
    {
        var net = Network.Jones2009(Small with { DrivesFromParameters = false });

        net.AddDrivesFromParameters(ParameterSets.N20);

        Assert.Equal(["bursty1", "bursty2", "evdist1", "evdist2", "evprox1"], net.Drives.Select(drive => drive.Name));
        Assert.Throws<ArgumentException>(() => net.AddDrivesFromParameters(ParameterSets.N20));
    }

    [Fact]
    public void In_legacy_mode_each_drive_has_a_cell_for_every_cell_of_the_network_and_its_connections_weigh_nothing_where_it_has_no_target()
    {
        var net = Network.Jones2009(Small with { LegacyMode = true });

        Assert.Equal(new GidRange(44, 68), net.Drives["evdist1"].GidRange);
        Assert.Equal(0, net.FindConnections(from: "evdist1", to: "L5_basket").Single().Weight);
    }

    [Fact]
    public void Tonic_biases_come_with_the_drives_each_with_its_own_times()
    {
        var parameters = HnnParameters.Default
            .With("Itonic_A_L2Pyr_soma", 0.5).With("Itonic_t0_L2Pyr_soma", 10).With("Itonic_T_L2Pyr_soma", 90)
            .With("Itonic_A_L5Basket_soma", -1).With("Itonic_t0_L5Basket_soma", 0).With("Itonic_T_L5Basket_soma", 50);

        var net = Network.Jones2009(Small with { Parameters = parameters });

        Assert.Equal([new TonicBias("tonic", "L2_pyramidal", 0.5, "soma", 10, 90), new TonicBias("tonic", "L5_basket", -1, "soma", 0, 50)], net.Biases);
    }

    [Fact]
    public void All_recorded_files_give_the_networks_of_the_reference_in_both_modes()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        foreach (var recorded in ReferenceData.Json("params/drives_from_params_3x3_expected.json.gz").EnumerateObject())
        {
            var parameters = ParameterFile.Load(ReferenceData.PathOf($"params/{recorded.Name.Split('|')[0]}"));
            var legacyMode = recorded.Name.EndsWith("legacy_mode=True", StringComparison.Ordinal);
            AssertEqual(recorded.Value, Network.Jones2009(Small with { Parameters = parameters, LegacyMode = legacyMode }));
        }
    }

    private static void AssertEqual(JsonElement expected, Network net)
    {
        var ranges = expected.GetProperty("gid_ranges").EnumerateObject().Select(range => (range.Name, Range(range.Value)));
        Assert.Equal(ranges, net.GidRanges.Select(range => (range.Key, range.Value)));
        foreach (var recorded in expected.GetProperty("external_drives").EnumerateObject())
        {
            var drive = net.Drives[recorded.Name];
            Assert.Equal(Range(recorded.Value.GetProperty("gid_range")), drive.GidRange);
            Assert.Equal(recorded.Value.GetProperty("event_seed").GetInt32(), drive.EventSeed);
            Assert.Equal(recorded.Value.GetProperty("conn_seed").GetInt32(), drive.ConnectionSeed);
            Assert.Equal(recorded.Value.GetProperty("target_types").AsStrings(), drive.TargetTypes);
        }
        Assert.Empty(expected.GetProperty("external_biases").EnumerateObject());
        Assert.Empty(net.Biases);
        Assert.Equal(
            expected.GetProperty("connectivity").EnumerateArray().Select(Description),
            net.Connections.Select(connection => Description(net, connection)));
    }

    private static string Description(Network net, Connection c) => FormattableString.Invariant(
        $"{c.SourceType} {c.TargetType} {c.Location} {c.Receptor} weight {c.Weight} delay {c.Delay} lamtha {c.SpaceConstant} threshold {c.Threshold ?? net.SpikeThreshold} pairs {c.Pairs.Length} {c.AllowsAutapses}");

    private static string Description(JsonElement connection)
    {
        string Text(string key) => connection.GetProperty(key).GetString()!;
        double Number(string key) => connection.GetProperty("nc_dict").GetProperty(key).AsDouble();
        var (pairs, autapses) = (connection.GetProperty("n_pairs").GetInt32(), connection.GetProperty("allow_autapses").GetBoolean());
        return FormattableString.Invariant(
            $"{Text("src_type")} {Text("target_type")} {Text("loc")} {Text("receptor")} weight {Number("A_weight")} delay {Number("A_delay")} lamtha {Number("lamtha")} threshold {Number("threshold")} pairs {pairs} {autapses}");
    }

    private static GidRange Range(JsonElement range) => new(range[0].GetInt32(), range[1].GetInt32());
}
