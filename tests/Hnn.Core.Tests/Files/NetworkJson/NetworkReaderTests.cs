using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Xunit;
using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;
using Hnn.Testing;

namespace Hnn.Core.Tests.Files.NetworkJson;

public class NetworkReaderTests
{
    private const string Soma = "cell_types.L5_pyramidal.cell_object.sections.soma";
    private const string Tuft = "cell_types.L5_pyramidal.cell_object.sections.apical_tuft";

    private static readonly string _sound = NetworkFile.ToJson(Sound());
    private static readonly MutatedJson _mutated = new(JsonNode.Parse(_sound)!.ToJsonString());

    /// <summary>Where a sound file is changed, what is put there (nothing: the key is left out), and the place the fault names.</summary>
    public static TheoryData<string, string?, string> Faults => new()
    {
        { "object_type", "\"Dipole\"", "$.object_type" },
        { "object_type", null, "$" },
        { "celsius", null, "$" },
        { "celsius", "\"warm\"", "$.celsius" },
        { "celsius", "1e999", "$.celsius" },
        { "N_pyr_x", "0", "$.N_pyr_x" },
        { "N_pyr_y", "1.5", "$.N_pyr_y" },
        { "delay", "-1", "$.delay" },
        { "threshold", "null", "$.threshold" },
        { "hnn.version", "2", "$.hnn.version" },
        { "hnn.inplane_distance", "0", "$.hnn.inplane_distance" },
        { "hnn.bias_order", "[0, 0]", "$.hnn.bias_order" },
        { "hnn.parameters", "{\"celcius\": 37}", "$.hnn.parameters.celcius" },
        { "hnn.parameters", "{\"celsius\": \"warm\"}", "$.hnn.parameters.celsius" },
        { "cell_types", "{}", "$.cell_types" },
        { "cell_types.L5_pyramidal", "7", "$.cell_types.L5_pyramidal" },
        { "cell_types.L5_pyramidal.cell_metadata.electro_type", "\"electric\"", "$.cell_types.L5_pyramidal.cell_metadata.electro_type" },
        { $"{Soma}.L", "-39.0", $"$.{Soma}.L" },
        { $"{Soma}.nseg", "2147483647", $"$.{Soma}.nseg" },
        { $"{Soma}.nseg", "2", "$.cell_types.L5_pyramidal.cell_object" },
        { $"{Soma}.end_pts[1]", "[0, 0]", $"$.{Soma}.end_pts[1]" },
        { $"{Soma}.syns[0]", "\"serotonin\"", "$.cell_types.L5_pyramidal.cell_object" },
        { $"{Soma}.mechs.hh3", "{}", $"$.{Soma}.mechs.hh3" },
        { $"{Soma}.mechs.hh2.gnabar", "0.1", $"$.{Soma}.mechs.hh2.gnabar" },
        { $"{Soma}.mechs.hh2.gnabaar_hh2", "0.1", $"$.{Soma}.mechs.hh2.gnabaar_hh2" },
        { $"{Tuft}.mechs.ar.gbar_ar[1][0]", "\"NaN\"", $"$.{Tuft}.mechs.ar.gbar_ar[1][0]" },
        { $"{Tuft}.mechs.ar.gbar_ar", "[[0.5], [1e-6]]", $"$.{Tuft}.mechs.ar.gbar_ar" },
        { $"{Tuft}.hnn.densities.gbar_ar", "{\"linear\": [1, 2]}", $"$.{Tuft}.hnn.densities.gbar_ar" },
        { "cell_types.L5_pyramidal.cell_object.cell_tree['soma,1'][0]", "\"apical_trunk\"", "$.cell_types.L5_pyramidal.cell_object.cell_tree['soma,1'][0]" },
        { "cell_types.L5_pyramidal.cell_object.cell_tree['soma,1'][0]", "\"apical_trunk,1\"", "$.cell_types.L5_pyramidal.cell_object.cell_tree['soma,1'][0]" },
        { "cell_types.L5_pyramidal.cell_object.cell_tree['soma,1'][0]", "\"soma,0\"", "$.cell_types.L5_pyramidal.cell_object" },
        { "cell_types.L5_pyramidal.cell_object.synapses.ampa.mechname", "\"Exp3Syn\"", "$.cell_types.L5_pyramidal.cell_object.synapses.ampa" },
        { "cell_types.L5_pyramidal.cell_object.synapses.ampa.tau1", null, "$.cell_types.L5_pyramidal.cell_object.synapses.ampa" },
        { "cell_types.L5_pyramidal.cell_object.sect_loc.distal[0]", "\"axon\"", "$.cell_types.L5_pyramidal.cell_object" },
        { "gid_ranges.L2_basket", null, "$.gid_ranges" },
        { "gid_ranges.evdist1.start", "5", "$.gid_ranges.evdist1" },
        { "gid_ranges.train.stop", "2147483647", "$.pos_dict.train" },
        { "gid_ranges.L2_basket.stop", "2", "$.gid_ranges.L2_pyramidal" },
        { "pos_dict.L5_pyramidal[0]", "[0, 0, 1e308]", "$.pos_dict.L5_pyramidal[0]" },
        { "pos_dict.evdist1[0]", "[1, 0, 0]", "$.pos_dict.evdist1" },
        { "connectivity[2].src_type", "\"L7\"", "$.connectivity[2].src_type" },
        { "connectivity[2].target_type", "\"evdist1\"", "$.connectivity[2].target_type" },
        { "connectivity[2].loc", "\"axon\"", "$.connectivity[2]" },
        { "connectivity[2].receptor", "\"serotonin\"", "$.connectivity[2]" },
        { "connectivity[4].gid_pairs['99']", "[1]", "$.connectivity[4].gid_pairs['99']" },
        { "connectivity[4].gid_pairs['0'][0]", "99", "$.connectivity[4].gid_pairs['0'][0]" },
        { "connectivity[4].src_gids[0]", "99", "$.connectivity[4].src_gids[0]" },
        { "connectivity[4].nc_dict.lamtha", "0", "$.connectivity[4].nc_dict.lamtha" },
        { "connectivity[4].nc_dict.A_weight", "-1e-3", "$.connectivity[4].nc_dict.A_weight" },
        { "connectivity[4].probability", "0.0", "$.connectivity[4].probability" },
        { "connectivity[4].allow_autapses", "2", "$.connectivity[4].allow_autapses" },
        { "external_drives.evdist1.type", "\"noisy\"", "$.external_drives.evdist1.type" },
        { "external_drives.evdist1.location", "\"axon\"", "$.external_drives.evdist1" },
        { "external_drives.evdist1.n_drive_cells", "1000000000", "$.external_drives.evdist1.n_drive_cells" },
        { "external_drives.evdist1.target_types", "[]", "$.external_drives.evdist1.n_drive_cells" },
        { "external_drives.evdist1.event_seed", "-1", "$.external_drives.evdist1.event_seed" },
        { "external_drives.evdist1.dynamics.sigma", "-1", "$.external_drives.evdist1" },
        { "external_drives.train.dynamics.gids[0]", "2", "$.external_drives.train.dynamics.gids[0]" },
        { "external_drives.train.dynamics.times", "[1]", "$.external_drives.train.dynamics.gids" },
        { "external_biases.a.L2_basket.section", "\"axon\"", "$.external_biases.a.L2_basket" },
        { "external_biases.a.L2_basket.tstop", "-3", "$.external_biases.a.L2_basket" },
        { "rec_arrays.probe.method", "\"csd\"", "$.rec_arrays.probe.method" },
        { "rec_arrays.probe.positions", "[]", "$.rec_arrays.probe.positions" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_malformed_file_is_one_fault_that_names_the_place(string place, string? value, string expected)
    {
        var text = Changed(place, value);

        var fault = Assert.Throws<FileFault>(() => NetworkFile.Parse("bad.json", text));

        Assert.Equal(expected, fault.JsonPath);
        Assert.NotNull(fault.Line);
    }

    [Fact]
    public void A_fault_names_the_line()
    {
        var lines = _sound.Split('\n');
        var line = lines.Index().First(each => each.Item.Contains("\"A_weight\"", StringComparison.Ordinal)).Index;
        lines[line] = "\"A_weight\": null,";

        var fault = Assert.Throws<FileFault>(() => NetworkFile.Parse("bad.json", string.Join('\n', lines)));

        Assert.Equal(("$.connectivity[0].nc_dict.A_weight", line + 1), (fault.JsonPath, fault.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"object_type\": \"Network\", \"celsius\": NaN}")]
    [InlineData("{\"object_type\": \"Network\", \"object_type\": \"Network\"}")]
    [InlineData("{\"object_type\": \"\\ud800\"}")]
    [InlineData("{\"object_type\": \"\ud800\"}")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("\"\\ud800\"")]
    public void What_is_no_network_file_is_a_fault(string text) => Assert.Throws<FileFault>(() => NetworkFile.Parse("bad.json", text));

    [Fact]
    public void A_hundred_thousand_open_brackets_and_a_file_cut_short_are_faults_with_their_lines()
    {
        Assert.Equal(1, Assert.Throws<FileFault>(() => NetworkFile.Parse("deep.json", new string('[', 100_000))).Line);
        Assert.Equal(_sound[..1000].Split('\n').Length, Assert.Throws<FileFault>(() => NetworkFile.Parse("cut.json", _sound[..1000])).Line);
    }

    [Fact]
    public void Old_files_without_metadata_and_initial_voltages_get_those_of_the_column()
    {
        var old = JsonNode.Parse(_sound)!;
        var types = old["cell_types"]!.AsObject();
        foreach (var name in types.Select(type => type.Key).ToList())
        {
            var cell = types[name]!["cell_object"]!.DeepClone();
            foreach (var (_, section) in cell["sections"]!.AsObject())
                section!.AsObject().Remove("v0");
            foreach (var (_, synapse) in cell["synapses"]!.AsObject())
            {
                synapse!.AsObject().Remove("mechname");
                synapse["type"] = "Exp2Syn";
            }
            types[name] = cell;
        }

        Assert.Equal(Sound(), NetworkFile.Parse("old.json", old.ToJsonString()));
    }

    [Fact]
    public void A_file_without_our_objects_has_the_spacing_the_reference_assumes_and_its_densities_by_segment()
    {
        var text = JsonNode.Parse(_sound)!;
        text.AsObject().Remove("hnn");
        text["cell_types"]!["L5_pyramidal"]!["cell_object"]!["sections"]!["apical_tuft"]!.AsObject().Remove("hnn");

        var read = NetworkFile.Parse("reference.json", text.ToJsonString());

        Assert.Equal((1, 1307.4), (read.InPlaneDistance, read.LayerSeparation));
        var (expected, actual) = (Sound().CellTypes["L5_pyramidal"].Cell, read.CellTypes["L5_pyramidal"].Cell);
        Assert.Equal(
            new SegmentDensity(expected.Evaluate(expected["apical_tuft"], expected["apical_tuft"].Mechanisms["ar"]["gbar"])),
            actual["apical_tuft"].Mechanisms["ar"]["gbar"]);
    }

    [Fact]
    public void A_density_edited_by_hand_counts_more_than_the_law_behind_it()
    {
        var read = NetworkFile.Parse("edited.json", Changed($"{Tuft}.mechs.ar.gbar_ar[1][2]", "2e-5"));

        var density = Assert.IsType<SegmentDensity>(read.CellTypes["L5_pyramidal"].Cell["apical_tuft"].Mechanisms["ar"]["gbar"]);
        Assert.Equal(2e-5, density.Values[2]);
    }

    [Fact]
    public void Drives_stand_in_the_order_of_their_gids_whatever_the_files_order()
    {
        var text = JsonNode.Parse(_sound)!;
        var drives = text["external_drives"]!.AsObject().Reverse().Select(drive => KeyValuePair.Create(drive.Key, drive.Value?.DeepClone())).ToList();
        text["external_drives"] = new JsonObject(drives);

        Assert.Equal(Sound(), NetworkFile.Parse("reversed.json", text.ToJsonString()));
    }

    // The seed is not sized: FsCheck would draw small numbers only.
    [Property(MaxTest = 5_000)]
    public bool Any_damage_gives_a_network_or_a_fault(DoNotSize<int> seed) => IsNetworkOrFault(MutatedText.Of(_sound, seed.Item));

    [Property(MaxTest = 5_000)]
    public bool Any_change_of_meaning_gives_a_network_that_can_be_written_or_a_fault(DoNotSize<int> seed) => IsNetworkOrFault(_mutated.With(seed.Item));

    private static bool IsNetworkOrFault(string text)
    {
        try
        {
            return NetworkFile.ToJson(NetworkFile.Parse("damaged.json", text)).Length > 0;
        }
        catch (FileFault fault)
        {
            return fault.What.Length > 0 && fault.Why.Length > 0 && fault.Fix.Length > 0 && fault.Place.Length > 0;
        }
    }

    private static Network Sound()
    {
        var net = Network.Jones2009(new NetworkOptions { Mesh = (1, 1) });
        net.AddDefaultErpDrives();
        var weights = new Dictionary<string, double> { ["L5_pyramidal"] = 0.01 };
        net.AddPoissonDrive("noise", 20, "proximal", weights);
        net.AddBurstyDrive("alpha", 10, "distal", weights);
        net.AddSpikeTrainDrive("train", [[1, 2], [3]], "proximal", weights);
        net.AddTonicBias(new Dictionary<string, double> { ["L2_basket"] = 1 }, name: "a");
        net.AddTonicBias(weights, name: "b", stop: 100);
        net.AddElectrodeArray("probe", [new(1, 2, 3)]);
        return net;
    }

    // A copy of the sound file with another value at a place, as in "connectivity[4].gid_pairs['0'][0]"; without it if there is none.
    private static string Changed(string place, string? value)
    {
        var root = JsonNode.Parse(_sound)!;
        var steps = place.Replace("]", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Split('.', '[');
        var parent = steps[..^1].Aggregate(root, (node, step) => node is JsonArray ? node[int.Parse(step, null)]! : node[step]!);
        var changed = value is null ? null : JsonNode.Parse(value);
        if (parent is JsonArray list)
            list[int.Parse(steps[^1], null)] = changed;
        else if (value is null)
            parent.AsObject().Remove(steps[^1]);
        else
            parent[steps[^1]] = changed;
        return root.ToJsonString();
    }
}
