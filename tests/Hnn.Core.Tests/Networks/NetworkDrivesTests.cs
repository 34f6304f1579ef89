using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Verification;
using Hnn.Core.Parameters;
using Hnn.Testing;

namespace Hnn.Core.Tests.Networks;

public class NetworkDrivesTests
{
    [Fact]
    public void A_cell_specific_drive_has_one_cell_for_each_target_cell()
    {
        var net = Columns.Bare();
        var drive = net.AddEvokedDrive(
            "one", 20, 1, 1, "distal", ampaWeights: new Dictionary<string, double> { ["L5_pyramidal"] = 0.1, ["L2_basket"] = 0.2 },
            nmdaWeights: new Dictionary<string, double> { ["L5_pyramidal"] = 0.3 });

        Assert.Equal(new GidRange(24, 36), drive.GidRange);
        Assert.Equal(["L2_basket", "L5_pyramidal"], drive.TargetTypes);
        Assert.Equal([("L2_basket", 3), ("L5_pyramidal", 9)], net.TargetsOf(drive));
        Assert.Equal([("L2_basket", "ampa", 0.2), ("L5_pyramidal", "ampa", 0.1), ("L5_pyramidal", "nmda", 0.3)], net.Connections.Select(c => (c.TargetType, c.Receptor, c.Weight)));
        Assert.Equal([(24, 0), (25, 1), (26, 2)], net.Connections[0].Pairs);
        Assert.Equal(Enumerable.Range(0, 9).Select(i => (27 + i, 15 + i)), net.Connections[2].Pairs);
        Assert.All(net.Connections, connection => Assert.Equal((0.1, 3.0, true), (connection.Delay, connection.SpaceConstant, connection.IsFromDrive)));
    }

    [Fact]
    public void A_common_drives_cells_reach_all_targets()
    {
        var net = Columns.Bare();
        var drive = net.AddBurstyDrive("rhythm", 10, "proximal", new Dictionary<string, double> { ["L2_basket"] = 0.1 }, cellCount: 2);

        Assert.Equal(new GidRange(24, 26), drive.GidRange);
        Assert.Equal([(24, 0), (24, 1), (24, 2), (25, 0), (25, 1), (25, 2)], net.Connections.Single().Pairs);
    }

    [Fact]
    public void A_spike_train_drive_has_a_cell_for_each_train()
    {
        var net = Columns.Bare();
        var drive = net.AddSpikeTrainDrive("trains", [[10, 20], [5]], "proximal", Columns.PyramidalWeights, delays: 1);

        Assert.Equal((2, false, 2), (drive.GidRange.Count, drive.CellSpecific, drive.CellCount));
        Assert.Equal([20.0, 10], ((SpikeTrainDrive)drive).SpikeTimes[0].Reverse());
    }

    [Fact]
    public void In_legacy_mode_a_drive_has_a_cell_for_every_cell_and_weight_0_where_none_is_given()
    {
        var net = new Network(new NetworkOptions { Mesh = (3, 3), LegacyMode = true });
        var drive = net.AddEvokedDrive("one", 20, 1, 1, "distal", new Dictionary<string, double> { ["L5_pyramidal"] = 0.1 }, delays: 0.5);

        // Source: networks/default_params_legacy_3x3 of the reference data.
        Assert.Equal(24, drive.GidRange.Count);
        Assert.Equal(
            [("L2_basket", 0, 0.1), ("L2_pyramidal", 0, 0.1), ("L5_basket", 0, 0.1), ("L5_pyramidal", 0.1, 0.5)],
            net.Connections.Select(connection => (connection.TargetType, connection.Weight, connection.Delay)));
    }

    [Fact]
    public void The_standard_evoked_drives_can_start_later()
    {
        var net = Columns.Small();
        net.AddDefaultErpDrives(start: 50);

        Assert.Equal([113.53, 76.61, 187.12], net.Drives.Cast<EvokedDrive>().Select(drive => drive.Mu), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([274, 544, 814], net.Drives.Select(drive => drive.EventSeed));
        Assert.Throws<ArgumentOutOfRangeException>(() => Columns.Small().AddDefaultErpDrives(double.NaN));
    }

    [Fact]
    public void Removing_a_drive_moves_later_drives_up()
    {
        var (net, expected) = (Columns.Small(), Columns.Small());
        net.AddEvokedDrive("first", 20, 1, 1, "proximal", Columns.PyramidalWeights);
        net.AddEvokedDrive("second", 30, 1, 1, "proximal", Columns.PyramidalWeights);
        expected.AddEvokedDrive("second", 30, 1, 1, "proximal", Columns.PyramidalWeights);

        net.RemoveDrive("first");

        Assert.Equal(expected, net);
        Assert.Equal(new GidRange(24, 42), net.Drives["second"].GidRange);
        Assert.Throws<KeyNotFoundException>(() => net.RemoveDrive("first"));
    }

    [Fact]
    public void Clearing_drives_leaves_the_network_as_before_them()
    {
        var net = Columns.Small();
        net.AddDefaultErpDrives();

        net.ClearDrives();

        Assert.Equal(Columns.Small(), net);
    }

    [Fact]
    public void Ampa_and_nmda_reach_the_same_cells_where_connections_are_left_out()
    {
        var net = Columns.Bare();
        net.AddEvokedDrive("one", 20, 1, 1, "proximal", Columns.PyramidalWeights, Columns.PyramidalWeights, probability: 0.5, connectionSeed: null);

        Assert.Equal(net.Connections[0].Pairs, net.Connections[1].Pairs);
        Assert.Equal(net.Connections[0].Seed + 1, net.Connections[2].Seed);
        Assert.Equal(net.GidCount - 24 - 8, net.SilentDriveCells.Length); // of 9 + 9 drive cells, 4 + 4 keep their target
    }

    [Fact]
    public void Silent_drive_cells_are_those_without_spikes_in_the_recorded_simulation()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var settings = ReferenceData.Json("sims/small_probability/settings.json").GetProperty("settings");
        var net = SettingsReplay.Network(settings, _ => ParameterSets.Default);
        var seen = ReferenceData.Table("sims/small_probability/spikes.csv.gz").Integers("gid").ToHashSet();

        // Every drive cell of these evoked drives has its spike within the run, unless it is silent.
        Assert.Equal(Enumerable.Range(net.CellCount, net.GidCount - net.CellCount).Where(gid => !seen.Contains(gid)), net.SilentDriveCells);
    }
}
