using Hnn.Core.Cells;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Tests.Networks;

public class NetworkCellsTests
{
    [Fact]
    public void A_longer_section_has_more_segments_and_its_densities_follow_the_distance()
    {
        var net = Columns.Bare();

        net.ModifySection("L5_pyramidal", "apical_1", length: 1500);

        var cell = net.CellTypes["L5_pyramidal"].Cell;
        Assert.Equal(31, cell["apical_1"].SegmentCount); // 1500 / 50 = 30, made odd
        Assert.Equal(1641, cell["apical_2"].EndPoints.Start.Z, 1e-9); // 39 + 102 + 1500
        // Worked by hand: the tuft's middle lies 39 + 102 + 1500 + 680 + 425 / 2 µm from the soma.
        Assert.Equal(1e-6 * Math.Exp(0.003 * 2533.5), cell.Densities("apical_tuft", cell["apical_tuft"].Mechanisms["ar"]["gbar"])[4], 1e-15);
    }

    [Fact]
    public void A_frozen_change_keeps_segments_and_densities_as_the_reference_does()
    {
        var net = Columns.Bare();
        var before = net.CellTypes["L5_pyramidal"].Cell;

        net.ModifySection("L5_pyramidal", "apical_1", length: 1500, freeze: true);

        var after = net.CellTypes["L5_pyramidal"].Cell;
        foreach (var section in after.Sections)
        {
            Assert.Equal(before[section.Name].SegmentCount, section.SegmentCount);
            Assert.Equal(
                before.Densities(section.Name, before[section.Name].Mechanisms["ar"]["gbar"]),
                after.Densities(section.Name, section.Mechanisms["ar"]["gbar"]));
        }
        Assert.Equal(1641, after["apical_2"].EndPoints.Start.Z, 1e-9);
        _ = net.Describe(1);
    }

    [Fact]
    public void What_is_not_given_of_a_section_stays()
    {
        var net = Columns.Bare();
        var before = net.CellTypes["L2_pyramidal"].Cell["soma"];

        net.ModifySection("L2_pyramidal", "soma", diameter: 30, capacitance: 1, axialResistivity: 100, initialVoltage: -70);

        var after = net.CellTypes["L2_pyramidal"].Cell["soma"];
        Assert.Equal((before.Length, 30, 1, 100, -70), (after.Length, after.Diameter, after.Capacitance, after.AxialResistivity, after.InitialVoltage));
    }

    [Fact]
    public void Sections_that_are_not_there_or_numbers_out_of_range_are_refused()
    {
        var net = Columns.Bare();

        Assert.Throws<KeyNotFoundException>(() => net.ModifySection("L4", "soma", length: 10));
        Assert.Throws<KeyNotFoundException>(() => net.ModifySection("L2_basket", "axon", length: 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.ModifySection("L2_basket", "soma", length: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.ModifySection("L2_basket", "soma", diameter: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.ModifySection("L2_basket", "soma", capacitance: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.ModifySection("L2_basket", "soma", axialResistivity: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.ModifySection("L2_basket", "soma", initialVoltage: double.NaN));
        Assert.Equal(Columns.Bare(), net);
    }

    [Fact]
    public void A_mechanism_can_be_set_added_and_removed()
    {
        var net = Columns.Bare();

        net.SetMechanism("L5_pyramidal", ["soma", "apical_1"], "hh2", "gnabar", 0.2);
        net.SetMechanism("L2_basket", ["soma"], "km", "gbar", new LinearDensity(1, 2, 3));
        net.RemoveMechanism("L5_pyramidal", ["basal_1"], "ca");

        var cell = net.CellTypes["L5_pyramidal"].Cell;
        Assert.Equal(new UniformDensity(0.2), cell["apical_1"].Mechanisms["hh2"]["gnabar"]);
        Assert.Equal(new UniformDensity(0.14), cell["apical_2"].Mechanisms["hh2"]["gnabar"]);
        Assert.Equal(new LinearDensity(1, 2, 3), net.CellTypes["L2_basket"].Cell["soma"].Mechanisms["km"]["gbar"]);
        Assert.False(cell["basal_1"].Mechanisms.ContainsKey("ca"));
    }

    [Fact]
    public void Mechanisms_and_parameters_that_do_not_exist_are_refused()
    {
        var net = Columns.Bare();

        Assert.Contains("'hh3'", Columns.Refusal(() => net.SetMechanism("L2_basket", ["soma"], "hh3", "gnabar", 1)), StringComparison.Ordinal);
        Assert.Contains("gnabar, gkbar", Columns.Refusal(() => net.SetMechanism("L2_basket", ["soma"], "hh2", "gbar", 1)), StringComparison.Ordinal);
        Assert.Contains("no mechanism 'ca'", Columns.Refusal(() => net.RemoveMechanism("L2_basket", ["soma"], "ca")), StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => net.SetMechanism("L2_basket", ["axon"], "hh2", "gl", 1));
    }

    [Fact]
    public void A_synapse_can_be_changed_and_replaced()
    {
        var net = Columns.Bare();

        net.SetSynapse("L5_pyramidal", "gabaa", "tau2", 2);
        net.ReplaceSynapse("L5_pyramidal", "nmda", new NmdaGaoSynapse { UnbindingRate = 0.02 });

        Assert.Equal(new Exp2Synapse(-80, 0.5, 2), net.CellTypes["L5_pyramidal"].Cell.Synapses["gabaa"]);
        Assert.Equal("NMDA_gao", net.CellTypes["L5_pyramidal"].Cell.Synapses["nmda"].MechanismName);
        Assert.Contains("no receptor 'gabac'", Columns.Refusal(() => net.SetSynapse("L5_pyramidal", "gabac", "tau1", 1)), StringComparison.Ordinal);
        Assert.Contains("no parameter 'tau3'", Columns.Refusal(() => net.SetSynapse("L5_pyramidal", "gabaa", "tau3", 1)), StringComparison.Ordinal);
        Assert.Contains("must be finite", Columns.Refusal(() => net.SetSynapse("L5_pyramidal", "gabaa", "tau1", double.NaN)), StringComparison.Ordinal);
        Assert.Contains("no receptor 'gabab'", Columns.Refusal(() => net.ReplaceSynapse("L2_basket", "gabab", new Exp2Synapse(0, 1, 2))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_cell_type_is_renamed_everywhere()
    {
        var net = Columns.Small();
        net.AddPoissonDrive("noise", new Dictionary<string, double> { ["L2_pyramidal"] = 10, ["L5_pyramidal"] = 20 }, "proximal", Columns.PyramidalWeights);
        net.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 1 });
        var before = net.Describe(10);

        net.RenameCellType("L5_pyramidal", "big");

        Assert.Equal(["L2_basket", "L2_pyramidal", "L5_basket", "big"], net.CellTypes.Names);
        Assert.Equal(["L2_pyramidal", "big"], net.Drives["noise"].TargetTypes);
        Assert.DoesNotContain(net.Connections, connection => connection.SourceType == "L5_pyramidal" || connection.TargetType == "L5_pyramidal");
        var after = net.Describe(10);
        Assert.Equal("big", after.Clamps.Single().Population);
        Assert.Equal(before.Projections.Select(projection => projection.Sources.Length), after.Projections.Select(projection => projection.Sources.Length));

        net.RenameCellType("big", "L5_pyramidal");
        Assert.Contains("taken", Columns.Refusal(() => net.RenameCellType("L5_pyramidal", "noise")), StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => net.RenameCellType("big", "bigger"));
    }
}
