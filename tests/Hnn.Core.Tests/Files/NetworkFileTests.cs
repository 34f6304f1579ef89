using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Hnn.Core.Drives;
using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Core.Simulation;
using Hnn.Core.Tests.Verification;
using Hnn.Core.Verification;
using Hnn.Engine.Cells;
using Hnn.Testing;

namespace Hnn.Core.Tests.Files;

public class NetworkFileTests
{
    private static readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, DensityProfile>> _noMechanisms =
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, DensityProfile>>.Empty;

    public static TheoryData<string> RecordedNetworks =>
        ["calcium_3x3", "custom_connectivity_3x3", "law_3x3", "neymotin_10x10", "neymotin_3x3", "neymotin_3x3_spaced_drives", "probability_3x3", "spike_train_3x3"];

    public static TheoryData<string> Samples => [.. SampleNetworks.All.Keys];

    [Theory, MemberData(nameof(Samples))]
    public void A_network_written_and_read_is_equal_to_itself(string sample)
    {
        var net = SampleNetworks.All[sample]();

        var text = NetworkFile.ToJson(net);
        var read = NetworkFile.Parse("memory.json", text);

        Assert.Equal(net, read);
        Assert.Equal(net.Parameters, read.Parameters);
        Assert.Equal(ModelHash.Of(net.Describe(170)), ModelHash.Of(read.Describe(170)));
        Assert.Equal(net.SilentDriveCells, read.SilentDriveCells);
        Assert.Equal(text, NetworkFile.ToJson(read));
    }

    [Theory, MemberData(nameof(RecordedNetworks))]
    public void A_file_of_the_reference_describes_the_recorded_network(string folder)
    {
        var (_, read) = Recorded(folder);
        var settings = ReferenceData.Json($"networks/{folder}/network.json").GetProperty("settings");
        var expected = SettingsReplay.Network(settings, file => ParameterFile.Load(ReferenceData.PathOf($"params/{file}")));

        // The file does not tell the in-plane distance, by which the reference then errs.
        read.Restore(expected.InPlaneDistance, expected.LayerSeparation, [], []);

        RecordedContacts.AssertAreThoseOf(folder, read);
        Assert.Equal(expected.GidRanges, read.GidRanges);
        Assert.Equal(expected.Positions.Values.SelectMany(all => all), read.Positions.Values.SelectMany(all => all));
        Assert.Equal(expected.Describe(170).Thresholds, read.Describe(170).Thresholds);
        Assert.Equal(expected.Drives.Select(Told), read.Drives.Select(Told));
        Assert.All(expected.CellTypes, type => AssertLikeCells(type, read.CellTypes[type.Name]));
    }

    [Theory, MemberData(nameof(RecordedNetworks))]
    public void A_file_of_the_reference_is_written_as_it_was_apart_from_what_it_loses(string folder)
    {
        var (text, read) = Recorded(folder);

        var written = JsonNode.Parse(NetworkFile.ToJson(read))!;

        // The reference writes sets of gids in no particular order, one delay for all as such, and the names of a train's sources, which it never reads.
        Assert.Equal(Comparable(JsonNode.Parse(text)!), Comparable(written));
    }

    [Fact]
    public void A_network_read_from_a_file_of_the_reference_gives_the_dipole_the_reference_gets_from_it()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Table("io/dipole_read_back_default_spacing.csv.gz");

        var dipole = Network.Load(ReferenceData.PathOf("io/network_configuration_default_spacing.json")).Simulate(stopTime: 30).Dipoles[0];

        foreach (var layer in dipole.Layers)
        {
            // 1e-9 of the column's peak: the tolerance of all recorded simulations.
            var peak = recorded[layer].Max(Math.Abs);
            Assert.All(dipole[layer].Zip(recorded[layer]), pair => Assert.Equal(pair.Second, pair.First, 1e-9 * peak));
        }
    }

    [Theory, InlineData("with drives and biases", true, true), InlineData("without drives", false, true), InlineData("without biases", true, false)]
    public void A_file_of_the_reference_has_the_parts_the_reference_reads_from_it(string how, bool drives, bool biases)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var expected = ReferenceData.Json("io/expected.json").GetProperty("expected").GetProperty("read_network_configuration").GetProperty(how);

        var net = Network.Load(ReferenceData.PathOf("io/network_configuration.json"), new NetworkFileOptions { Drives = drives, Biases = biases });

        Assert.Equal(1, net.InPlaneDistance);
        Assert.Equal(expected.GetProperty("n_gids").GetInt32(), net.GidCount);
        Assert.Equal(expected.GetProperty("n_connections").GetInt32(), net.Connections.Count);
        Assert.Equal(expected.GetProperty("gid_ranges").EnumerateObject().Select(range => range.Name), net.GidRanges.Keys);
        Assert.Equal(expected.GetProperty("drives").AsStrings(), net.Drives.Names);
        Assert.Equal(expected.GetProperty("biases").AsStrings(), net.Biases.Select(bias => bias.Name));
        Assert.Equal(expected.GetProperty("rec_arrays").AsStrings(), net.ElectrodeArrays.Names);
    }

    [Fact]
    public void Drives_and_biases_can_be_left_out()
    {
        var text = NetworkFile.ToJson(SampleNetworks.All["drives of all kinds"]());

        var column = NetworkFile.Parse("memory.json", text, NetworkFileOptions.Default with { Drives = false, Biases = false });

        Assert.Empty(column.Drives);
        Assert.Empty(column.Biases);
        Assert.All(column.Connections, connection => Assert.False(connection.IsFromDrive));
        Assert.Equal(column.CellCount, column.GidCount);
        Assert.NotEmpty(NetworkFile.Parse("memory.json", text, NetworkFileOptions.Default with { Drives = false }).Biases);
        Assert.NotEmpty(NetworkFile.Parse("memory.json", text, NetworkFileOptions.Default with { Biases = false }).Drives);
    }

    [Fact]
    public void Pairs_that_random_pruning_left_are_read_as_they_are()
    {
        var net = new Network(new NetworkOptions { Mesh = (3, 3) });
        net.Connect("L2_pyramidal", "L5_pyramidal", "distal", "ampa", 0.1, 1, 3, probability: 0.3);

        var read = NetworkFile.Parse("memory.json", NetworkFile.ToJson(net));

        Assert.Equal(net.Connections[0].Pairs, read.Connections[0].Pairs);
        Assert.Equal((0.3, net.Connections[0].Seed), (read.Connections[0].Probability, read.Connections[0].Seed));
    }

    [Fact]
    public void Numbers_are_written_as_the_reference_expects_them()
    {
        var text = NetworkFile.ToJson(Network.Jones2009(new NetworkOptions { Mesh = (1, 1) }));

        Assert.StartsWith("{\n    \"object_type\": \"Network\",\n    \"legacy_mode\": false,\n    \"N_pyr_x\": 1,\n", text, StringComparison.Ordinal);
        Assert.Contains("\"celsius\": 37.0,", text, StringComparison.Ordinal);
        Assert.Contains("\"gl_hh2\": 4.26e-05,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_replaced_only_where_that_is_allowed()
    {
        using var folder = new TemporaryFolder();
        var net = Network.Jones2009(new NetworkOptions { Mesh = (1, 1) });

        net.Save(folder.PathOf("net.json"));

        Assert.Equal(net, Network.Load(folder.PathOf("net.json")));
        Assert.Throws<IOException>(() => net.Save(folder.PathOf("net.json"), overwrite: false));
        net.ModifySection("L2_basket", "soma", initialVoltage: -60);
        net.Save(folder.PathOf("net.json"));
        Assert.Equal(net, Network.Load(folder.PathOf("net.json")));
    }

    [Fact]
    public void A_number_the_file_could_not_hold_is_not_written_and_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        var net = Network.Jones2009(new NetworkOptions { Mesh = (1, 1) });
        net.ChangeCell("L2_basket", cell => cell with { Position = new Point3(double.NaN, 0, 0) });

        Assert.Throws<ArgumentException>(() => net.Save(folder.PathOf("net.json")));

        Assert.Empty(Directory.GetFiles(folder.PathOf("")));
    }

    [Fact]
    public void A_missing_file_and_one_of_a_gigabyte_are_faults()
    {
        using var folder = new TemporaryFolder();
        using (var sparse = File.Create(folder.PathOf("sparse.json")))
            sparse.SetLength(1L << 30);

        Assert.Contains("too large", Assert.Throws<FileFault>(() => Network.Load(folder.PathOf("sparse.json"))).What, StringComparison.Ordinal);
        Assert.Throws<FileFault>(() => Network.Load(folder.PathOf("none.json")));
    }

    private static (string Text, Network Network) Recorded(string folder)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        using var file = File.OpenRead(ReferenceData.PathOf($"networks/{folder}/configuration.json.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var text = reader.ReadToEnd();
        return (text, NetworkFile.Parse($"{folder}.json", text));
    }

    // A train's seed has no effect, and the file has another than the drive's default.
    private static string Told(Drive drive) => (drive with { EventSeed = drive is SpikeTrainDrive ? 0 : drive.EventSeed }).ToString();

    // What the reference computes from lengths, angles and exponentials agrees to 1e-12, all else exactly.
    private static void AssertLikeCells(CellType expected, CellType actual)
    {
        Assert.Equal(Told(expected.Cell).Select(pair => pair.Key), Told(actual.Cell).Select(pair => pair.Key));
        Assert.All(Told(expected.Cell).Zip(Told(actual.Cell)), pair => Assert.Equal(pair.First.Value, pair.Second.Value, 1e-12 * Math.Abs(pair.First.Value) + 1e-12 * 1e-6));
        Assert.True(Structure.AreEqual(expected with { Cell = WithoutComputed(expected.Cell) }, actual with { Cell = WithoutComputed(actual.Cell) }), expected.Name);
    }

    // Directions of the sections, and the density of each mechanism in each segment.
    private static List<KeyValuePair<string, double>> Told(CellTemplate cell) =>
    [
        .. from section in cell.Sections
           from coordinate in new[] { section.EndPoints.End - section.EndPoints.Start }.SelectMany(extent => new[] { extent.X, extent.Y, extent.Z })
           select KeyValuePair.Create(section.Name, coordinate),
        .. from section in cell.Sections
           from mechanism in section.Mechanisms
           from parameter in mechanism.Value
           from value in cell.Evaluate(section, parameter.Value)
           select KeyValuePair.Create($"{section.Name} {mechanism.Key} {parameter.Key}", value),
    ];

    private static CellTemplate WithoutComputed(CellTemplate cell) => cell with
    {
        Sections = [.. cell.Sections.Select(section => section with { EndPoints = default, Mechanisms = _noMechanisms })],
    };

    private static string Comparable(JsonNode node) => node switch
    {
        JsonObject item => $"{{{string.Join(",", item.Where(member => !Lost.Contains(member.Key)).OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Comparable(member)}"))}}}",
        JsonArray list => $"[{string.Join(",", list.Select(item => Comparable(item!)))}]",
        JsonValue value when value.TryGetValue<double>(out var number) => $"{number:R}",
        null => "null",
        _ => node.ToJsonString(),
    };

    private static string Comparable(KeyValuePair<string, JsonNode?> member) => member switch
    {
        { Key: "src_gids", Value: JsonArray gids } => string.Join(" ", gids.Select(gid => gid!.GetValue<int>()).Order()),
        { Key: "synaptic_delays", Value: JsonObject delays } when delays.Select(delay => delay.Value!.GetValue<double>()).Distinct().Count() == 1 =>
            Comparable(delays.First().Value!),
        { Key: "times" or "gids" } => Comparable(new JsonArray([.. ((JsonArray)member.Value!).OrderBy(item => item!.GetValue<double>()).Select(item => item!.DeepClone())])),
        _ => Comparable(member.Value!),
    };

    private static readonly string[] Lost = ["hnn", "source_to_gid_map"];
}
