using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Cells;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Core.Simulation;
using Hnn.Core.Verification;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Synapses;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Core.Tests.Verification;

/// <summary>Every operation that settings may list does what it says, also those that no recorded simulation uses.</summary>
public sealed class OperationsTests
{
    private const string Evoked = """
        {"op": "add_evoked_drive", "name": "ev", "mu": 5.0, "sigma": 1.0, "numspikes": 1, "location": "proximal", "n_drive_cells": "n_cells", "cell_specific": true,
         "weights_ampa": {"L2_pyramidal": 0.02, "L5_pyramidal": 0.03}, "weights_nmda": {"L5_pyramidal": 0.01}, "space_constant": 3.0, "synaptic_delays": {"L2_pyramidal": 0.1, "L5_pyramidal": 1.0},
         "probability": 1.0, "event_seed": 4, "conn_seed": 3}
        """;

    // Sections and joints as they are, every operation but clear_connectivity, in an order in which each finds what it needs.
    private const string Everything = $$$"""
        [{{{Evoked}}}, {"op": "clear_drives"},
         {"op": "delete_connection", "index": 2},
         {"op": "set_cell_positions", "inplane_distance": 30.0, "layer_separation": 1000.0},
         {"op": "modify_section", "cell_type": "L5_pyramidal", "section": "apical_1", "L": 900.0, "diam": 5.0, "cm": 0.9, "Ra": 150.0, "v0": -70.0},
         {"op": "set_mechanism", "cell_type": "L5_pyramidal", "sections": ["apical_tuft"], "mechanism": "ca", "parameter": "gbar_ca", "value": 90.0},
         {"op": "remove_mechanism", "cell_type": "L5_pyramidal", "sections": ["apical_2", "basal_1"], "mechanism": "cad"},
         {"op": "remove_mechanism", "cell_type": "L2_pyramidal", "sections": ["basal_2"], "mechanism": "km"},
         {"op": "set_synapse", "cell_type": "L2_basket", "receptor": "ampa", "parameter": "tau2", "value": 4.0},
         {"op": "replace_synapse", "cell_type": "L5_pyramidal", "receptor": "nmda", "properties": {"mechname": "NMDA_gao", "Beta": 0.02, "gmax": 0.5}},
         {"op": "replace_synapse", "cell_type": "L2_pyramidal", "receptor": "gabab", "properties": {"mechname": "gabab_destexhe"}},
         {"op": "set_connection_field", "index": 4, "field": "A_weight", "value": 0.3},
         {"op": "set_global_synaptic_gains", "e_e": 1.5, "e_i": null, "i_e": 0.8, "i_i": null},
         {{{Evoked}}},
         {"op": "add_poisson_drive", "name": "po", "rate_constant": {"L2_basket": 60.0, "L5_pyramidal": 90.0}, "location": "distal", "tstart": 2.0, "tstop": 25.0, "n_drive_cells": "n_cells",
          "cell_specific": true, "weights_ampa": {"L2_basket": 0.02, "L5_pyramidal": 0.05}, "weights_nmda": null, "space_constant": 100.0, "synaptic_delays": 0.3, "probability": 0.7, "event_seed": 9, "conn_seed": 5},
         {"op": "add_bursty_drive", "name": "bu", "burst_rate": 90.0, "location": "proximal", "tstart": 4.0, "tstart_std": 1.0, "tstop": null, "burst_std": 1.0, "numspikes": 2, "spike_isi": 3.0, "n_drive_cells": 3,
          "cell_specific": false, "weights_ampa": {"L2_pyramidal": 0.01, "L5_basket": 0.02}, "weights_nmda": {"L5_pyramidal": 0.02}, "synaptic_delays": 0.1, "space_constant": 100.0, "probability": {"L2_pyramidal": 0.5, "L5_basket": 1.0, "L5_pyramidal": 0.6}, "event_seed": 12, "conn_seed": 8},
         {"op": "add_spike_train_drive", "name": "tr", "spike_data": [[8.0, 7], [6.5, 2], [9.0, 7]], "location": "distal", "weights_ampa": {"L5_pyramidal": 0.1}, "weights_nmda": {"L5_pyramidal": 0.2}, "synaptic_delays": 0.1, "space_constant": 3.0, "probability": 1.0, "conn_seed": 3},
         {"op": "add_tonic_bias", "amplitude": {"L2_basket": 0.3, "L5_pyramidal": 1.0}, "section": "soma", "bias_name": "bias", "t0": 3.0, "tstop": 20.0},
         {"op": "add_connection", "src_gids": "L5_pyramidal", "target_gids": "L2_pyramidal", "loc": "apical_tuft", "receptor": "ampa", "weight": 0.02, "delay": 1.5, "lamtha": 20.0, "threshold": -20.0, "gain": 1.2, "allow_autapses": true, "probability": 0.6, "conn_seed": 11},
         {"op": "add_electrode_array", "name": "points", "electrode_pos": [[30.0, 35.0, 400.0], [30.0, 35.0, 1400.0]], "conductivity": 0.3, "method": "psa", "min_distance": 0.5},
         {"op": "add_electrode_array", "name": "lines", "electrode_pos": [[30.0, 30.0, 300.0]], "conductivity": 0.25, "method": "lsa", "min_distance": 10.0}]
        """;

    [Fact]
    public void A_network_made_by_every_operation_runs_on_the_engine_as_on_the_oracle()
    {
        var operations = JsonDocument.Parse(Everything).RootElement.Clone();
        Assert.Equal(SettingsReplay.Operations.Except(["clear_connectivity"]).Order(), operations.EnumerateArray().Select(op => op.Text("op")).Distinct().Order());
        var net = Replayed((3, 3), Everything);

        var recording = EngineAgreement.Of(net, SimulationOptions.Default with { StopTime = 30, Voltages = Record.All, SynapticCurrents = Record.All, Calcium = Record.All });

        // All populations and drives take part.
        var sources = recording.Spikes.Select(spike => net.PopulationOf(spike.Gid)).ToHashSet();
        Assert.Superset(new HashSet<string?>(["L2_basket", "L2_pyramidal", "L5_pyramidal", "ev", "po", "bu", "tr"]), sources);
    }

    [Fact]
    public void Cleared_drives_leave_neither_cells_nor_connections_and_their_gids_are_free_again()
    {
        var fresh = Replayed((1, 1), $"[{Evoked}]");

        var net = Replayed((1, 1), $$"""[{{Evoked}}, {"op": "clear_drives"}]""");
        Assert.Empty(net.Drives);
        Assert.DoesNotContain(net.Connections, connection => connection.IsFromDrive);
        Assert.Equal(net.CellCount, net.GidCount);

        Apply(net, Evoked);
        Assert.Equal(fresh, net);
    }

    [Fact]
    public void Cleared_connectivity_leaves_the_drives_connected()
    {
        var net = Replayed((1, 1), $$"""[{{Evoked}}, {"op": "clear_connectivity"}]""");

        Assert.Equal(["ev", "ev", "ev"], net.Connections.Select(connection => connection.SourceType));
    }

    [Fact]
    public void A_deleted_connection_is_the_one_of_that_index()
    {
        var expected = Replayed((1, 1), "[]").Connections.Select(connection => connection.ToString()).ToList();
        expected.RemoveAt(3);

        var net = Replayed((1, 1), """[{"op": "delete_connection", "index": 3}]""");

        Assert.Equal(expected, net.Connections.Select(connection => connection.ToString()));
        Assert.Contains("There is no connection 99", Refusal("""{"op": "delete_connection", "index": 99}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void The_layers_are_moved_apart_and_the_grid_stays()
    {
        var net = Replayed((3, 2), $$"""[{{Evoked}}, {"op": "set_cell_positions", "inplane_distance": null, "layer_separation": 601.0}]""");

        double[] Heights(string type) => [.. net.Positions[type].Select(position => position.Z).Distinct()];
        Assert.Equal([601], Heights("L2_pyramidal"));
        Assert.Equal([0], Heights("L5_pyramidal"));
        Assert.Equal([0.8 * 601], Heights("L2_basket"));
        Assert.Equal([0.2 * 601], Heights("L5_basket"));
        Assert.Equal(new Point3(1, 0, 300), Assert.Single(net.Positions["ev"].Distinct()));
        Assert.Equal(new Point3(1, 0, 601), net.Positions["L2_pyramidal"][2]);
        Assert.Equal(1, net.InPlaneDistance);
    }

    [Fact]
    public void A_removed_mechanism_is_gone_from_the_sections_named_and_no_others()
    {
        var net = Replayed((1, 1), """[{"op": "remove_mechanism", "cell_type": "L5_pyramidal", "sections": ["soma", "basal_1"], "mechanism": "ca"}]""");

        var cell = net.CellTypes["L5_pyramidal"].Cell;
        Assert.Equal(["soma", "basal_1"], cell.Sections.Where(section => !section.Mechanisms.ContainsKey("ca")).Select(section => section.Name).OrderDescending());
        Assert.True(cell["soma"].Mechanisms.ContainsKey("cad"));
    }

    [Theory, InlineData("neymotin_2020"), InlineData("calcium")]
    public void A_modified_section_keeps_its_segments_and_the_whole_cell_its_densities(string model)
    {
        var before = Replayed((1, 1), "[]", model).CellTypes["L5_pyramidal"].Cell;

        var after = Replayed(
            (1, 1), """[{"op": "modify_section", "cell_type": "L5_pyramidal", "section": "apical_trunk", "L": 300.0, "diam": 9.0, "cm": 0.7, "Ra": 120.0, "v0": -68.0}]""", model)
            .CellTypes["L5_pyramidal"].Cell;

        var trunk = after["apical_trunk"];
        Assert.Equal((300.0, 9.0, 0.7, 120.0, -68.0), (trunk.Length, trunk.Diameter, trunk.Capacitance, trunk.AxialResistivity, trunk.InitialVoltage));
        Assert.Equal(300, (trunk.EndPoints.End - trunk.EndPoints.Start).Length, 1e-9);
        foreach (var (old, changed) in before.Sections.Zip(after.Sections))
        {
            Assert.Equal(old.SegmentCount, changed.SegmentCount);
            foreach (var (mechanism, parameters) in old.Mechanisms)
                foreach (var (parameter, profile) in parameters)
                    Assert.Equal(before.Densities(old.Name, profile), after.Densities(old.Name, changed.Mechanisms[mechanism][parameter]));
        }
    }

    [Fact]
    public void What_is_not_given_of_a_section_stays()
    {
        var before = Replayed((1, 1), "[]").CellTypes["L2_pyramidal"].Cell["soma"];

        var after = Replayed((1, 1), """[{"op": "modify_section", "cell_type": "L2_pyramidal", "section": "soma", "diam": 20.0}]""").CellTypes["L2_pyramidal"].Cell["soma"];

        Assert.Equal(
            (before.Length, 20.0, before.Capacitance, before.AxialResistivity, before.InitialVoltage),
            (after.Length, after.Diameter, after.Capacitance, after.AxialResistivity, after.InitialVoltage));
    }

    [Fact]
    public void A_replaced_synapse_takes_every_property()
    {
        var net = Replayed((1, 1), """
            [{"op": "replace_synapse", "cell_type": "L5_pyramidal", "receptor": "nmda",
              "properties": {"mechname": "NMDA_gao", "Cmax": 2.0, "Cdur": 1.5, "Alpha": 3.0, "Beta": 0.03, "e": 5.0, "mg": 0.9, "gmax": 0.4}},
             {"op": "replace_synapse", "cell_type": "L5_pyramidal", "receptor": "gabab",
              "properties": {"mechname": "gabab_destexhe", "Cmax": 0.6, "Cdur": 0.4, "K1": 0.5, "K2": 0.002, "K3": 0.1, "K4": 0.04, "KD": 90.0, "Erev": -90.0}},
             {"op": "replace_synapse", "cell_type": "L2_basket", "receptor": "gabaa", "properties": {"e": -75.0, "tau1": 0.4, "tau2": 6.0}}]
            """);

        Assert.Equal(
            [("Cmax", 2.0), ("Cdur", 1.5), ("Alpha", 3.0), ("Beta", 0.03), ("e", 5.0), ("mg", 0.9), ("gmax", 0.4)],
            Parameters(net, "L5_pyramidal", "nmda"));
        Assert.Equal(
            [("Cmax", 0.6), ("Cdur", 0.4), ("K1", 0.5), ("K2", 0.002), ("K3", 0.1), ("K4", 0.04), ("KD", 90.0), ("Erev", -90.0)],
            Parameters(net, "L5_pyramidal", "gabab"));
        Assert.Equal(new Exp2Synapse(-75, 0.4, 6), net.CellTypes["L2_basket"].Cell.Synapses["gabaa"]);
    }

    [Fact]
    public void Every_field_of_a_connection_can_be_set()
    {
        var fields = new[] { ("A_weight", 0.5), ("A_delay", 2.5), ("lamtha", 7.0), ("threshold", -15.0), ("gain", 3.0) };

        var net = Replayed((1, 1), $"[{string.Join(",", fields.Select(field => $$"""{"op": "set_connection_field", "index": 6, "field": "{{field.Item1}}", "value": {{field.Item2}}}"""))}]");

        var connection = net.Connections[6];
        Assert.Equal((0.5, 2.5, 7.0, -15.0, 3.0), (connection.Weight, connection.Delay, connection.SpaceConstant, connection.Threshold!.Value, connection.Gain));
        Assert.Contains("no field 'A_wait'", Refusal("""{"op": "set_connection_field", "index": 0, "field": "A_wait", "value": 1.0}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Connections_name_cells_by_population_by_gid_and_for_each_source()
    {
        var net = Replayed((1, 2), $"[{Connection("2", "3")}, {Connection("\"L2_basket\"", "[2, 1]")}, {Connection("[1, 2]", "[[4], [5, 4]]")}]");

        Assert.Equal(
            ["(2, 3)", "(0, 2) (0, 1)", "(1, 4) (2, 5) (2, 4)"],
            net.Connections.TakeLast(3).Select(connection => string.Join(' ', connection.Pairs)));

        static string Connection(string sources, string targets) =>
            $$"""{"op": "add_connection", "src_gids": {{sources}}, "target_gids": {{targets}}, "loc": "soma", "receptor": "gabaa", "weight": 0.1, "delay": 1.0, "lamtha": 3.0}""";
    }

    [Fact]
    public void Spike_trains_are_named_sources_or_pairs_of_time_and_gid()
    {
        var net = Replayed((1, 1), $"[{Train("named", """{"b": [3.0, 1.0], "a": []}""")}, {Train("pairs", "[[4.0, 30], [2.5, 7], [3.5, 30]]")}]");

        Assert.Equal(["3 1", ""], Times("named"));
        // In the order of the gids 7 and 30; times as they come.
        Assert.Equal(["2.5", "4 3.5"], Times("pairs"));

        static string Train(string name, string data) =>
            $$"""{"op": "add_spike_train_drive", "name": "{{name}}", "spike_data": {{data}}, "location": "proximal", "weights_ampa": {"L5_pyramidal": 0.1}, "weights_nmda": null, "synaptic_delays": 0.1, "space_constant": 3.0, "probability": 1.0, "conn_seed": 1}""";

        IEnumerable<string> Times(string drive) => ((SpikeTrainDrive)net.Drives[drive]).SpikeTimes.Select(times => string.Join(' ', times));
    }

    [Fact]
    public void Arguments_left_out_have_the_defaults_of_the_reference()
    {
        var net = Replayed((1, 1), """
            [{"op": "add_poisson_drive", "name": "po", "rate_constant": 40.0, "location": "distal", "weights_ampa": {"L5_pyramidal": 0.1}},
             {"op": "add_bursty_drive", "name": "bu", "burst_rate": 10.0, "location": "distal", "weights_ampa": {"L5_pyramidal": 0.1}},
             {"op": "add_tonic_bias", "amplitude": {"L5_pyramidal": 1.0}},
             {"op": "add_electrode_array", "name": "one", "electrode_pos": [1.0, 2.0, 3.0]}]
            """);

        Assert.Equal((100.0, 2, 3, 0.0, true), Facts((PoissonDrive)net.Drives["po"], drive => drive.Start));
        Assert.Equal((100.0, 2, 3, 0.0, false), Facts((BurstyDrive)net.Drives["bu"], drive => drive.Start));
        Assert.Equal(1, net.Drives["bu"].CellCount);
        Assert.Equal(new TonicBias("tonic", "L5_pyramidal", 1, "soma", 0, null), Assert.Single(net.Biases));
        var array = Assert.Single(net.ElectrodeArrays);
        Assert.Equal((new Point3(1, 2, 3), 0.3, FieldMethod.PointSource, 0.5), (Assert.Single(array.Contacts), array.Conductivity, array.Method, array.MinDistance));

        static (double Space, int EventSeed, int? ConnectionSeed, double Start, bool CellSpecific) Facts<T>(T drive, Func<T, double> start)
            where T : Drive => (drive.SpaceConstant, drive.EventSeed, drive.ConnectionSeed, start(drive), drive.CellSpecific);
    }

    [Fact]
    public void Legacy_mode_gives_every_cell_a_drive_cell()
    {
        var net = Replayed((1, 1), $"[{Evoked}]", legacyMode: true);

        Assert.Equal(net.CellCount, net.Drives["ev"].GidRange.Count);
        Assert.Equal(0, net.FindConnections(from: "ev", to: "L2_basket")[0].Weight);
    }

    [Fact]
    public void Spikes_of_drive_cells_without_a_contact_are_listed_in_legacy_mode()
    {
        // The distal drive's cells for L5 baskets are connected, but these have no distal section.
        var net = Replayed((1, 1), $"[{Evoked.Replace("proximal", "distal", StringComparison.Ordinal).Replace("L2_pyramidal", "L2_basket", StringComparison.Ordinal)}]", legacyMode: true);

        var recording = EngineAgreement.Of(net, SimulationOptions.Default with { StopTime = 10 });

        Assert.Equal(4, recording.Spikes.Count(spike => net.PopulationOf(spike.Gid) == "ev"));
    }

    [Fact]
    public void Drives_from_parameters_come_before_the_operations()
    {
        var net = Replayed((1, 1), $"[{Evoked}]", drivesFromParameters: true);

        Assert.Equal(["evdist1", "evprox1", "evprox2", "ev"], net.Drives.Select(drive => drive.Name));
    }

    [Fact]
    public void Parameters_are_overridden_before_the_network_is_made()
    {
        var net = Replayed((1, 1), "[]", overrides: """{"celsius": 33.5, "threshold": -12.0}""");

        Assert.Equal((33.5, -12.0), (net.Celsius, net.SpikeThreshold));
    }

    private static ImmutableArray<(string, double)> Parameters(Network net, string cellType, string receptor) =>
        [.. SynapseLibrary.ParametersOf(net.CellTypes[cellType].Cell.Synapses[receptor]).Select(parameter => (parameter.Key, parameter.Value))];

    private static string Refusal(string operation) => Assert.Throws<InvalidDataException>(() => Apply(Replayed((1, 1), "[]"), operation)).Message;

    private static void Apply(Network net, string operation)
    {
        using var document = JsonDocument.Parse(operation);
        SettingsReplay.Apply(net, document.RootElement);
    }

    private static Network Replayed(
        (int X, int Y) mesh, string operations, string model = "neymotin_2020", bool legacyMode = false, bool drivesFromParameters = false, string overrides = "{}")
    {
        using var settings = JsonDocument.Parse($$"""
            {"model": "{{model}}", "params_file": null, "param_overrides": {{overrides}}, "add_drives_from_params": {{(drivesFromParameters ? "true" : "false")}},
             "legacy_mode": {{(legacyMode ? "true" : "false")}}, "mesh_shape": [{{mesh.X}}, {{mesh.Y}}], "operations": {{operations}}}
            """);
        return SettingsReplay.Network(settings.RootElement, _ => ParameterSets.Default);
    }
}
