using Hnn.Core.Networks;
using Hnn.Engine.Cells;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Tests.Networks;

public class NetworkDescribeTests
{
    [Fact]
    public void Everything_the_engine_needs_is_handed_over()
    {
        var net = Columns.Small();
        net.AddDefaultErpDrives();
        net.SetGains(ee: 2);

        var description = net.Describe(170);

        Assert.Equal([("L2_basket", 0, 3, false), ("L2_pyramidal", 3, 9, true), ("L5_basket", 12, 3, false), ("L5_pyramidal", 15, 9, true)],
            description.Populations.Select(population => (population.Name, population.FirstGid, population.Count, population.ContributesToDipole)));
        Assert.Equal((37, 93, 24), (description.Celsius, description.Positions.Length, description.Thresholds.Length));
        Assert.Equal((30, 0.001), (description.Projections.Length, description.Projections[0].Weight));
        Assert.Equal(["apical_oblique", "basal_2", "basal_3"], description.Projections[0].Sections);
    }

    [Fact]
    public void Space_constants_are_handed_over_in_micrometres()
    {
        var net = Columns.Small();
        net.SetCellPositions(inPlaneDistance: 30);

        Assert.Equal(90, net.Describe(1).Projections[0].SpaceConstant);
    }

    [Fact]
    public void The_connection_created_last_decides_the_threshold_of_its_sources()
    {
        var net = Columns.Bare();
        net.Connect(Gids.Of([3, 4, 5]), "L2_basket", "soma", "ampa", 1, 1, 1, threshold: -20);
        net.Connect(4, "L2_basket", "soma", "ampa", 1, 1, 1, threshold: -30);
        net.Connect(5, "L2_basket", "soma", "ampa", 1, 1, 1);

        Assert.Equal([-20.0, -30, 0], net.Describe(1).Thresholds[3..6]);
        net.SpikeThreshold = 10;
        Assert.Equal([10.0, -20, -30, 10, 10], net.Describe(1).Thresholds[2..7]);
    }

    [Fact]
    public void A_connection_without_any_contact_decides_nothing_and_is_left_out()
    {
        var net = Columns.Bare();
        net.Connect(3, "L5_basket", "distal", "ampa", 1, 1, 1, threshold: -20);

        var description = net.Describe(1);

        Assert.Empty(description.Projections);
        Assert.Equal(0, description.Thresholds[3]);
    }

    [Fact]
    public void Later_changes_do_not_reach_a_description()
    {
        var net = Columns.Small();
        var description = net.Describe(1);

        net.Connections[0].Weight = 9;
        net.SetMechanism("L2_basket", ["soma"], "hh2", "gl", 1);

        Assert.Equal(0.0005, description.Projections[0].Weight);
        Assert.Empty(description.Populations[0].Cell["soma"].Mechanisms["hh2"]);
    }

    [Fact]
    public void All_faults_of_a_network_are_told_at_once()
    {
        var net = Columns.Small();
        net.AddPoissonDrive("late", 10, "proximal", Columns.PyramidalWeights, start: 80);
        net.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 1 }, section: "apical_tuft");
        net.ChangeCell("L2_basket", cell => cell.With("soma", soma => soma with { Length = -1, Receptors = ["ampa"] }));
        net.ChangeCell("L5_pyramidal", cell => cell.With("apical_tuft", tuft => tuft with { Name = "tuft" }));

        var problems = Assert.Throws<NetworkException>(() => net.Describe(50)).Problems;

        Assert.All(problems, problem => Assert.DoesNotContain("", new[] { problem.What, problem.Why, problem.Fix }));
        foreach (var expected in new[] { "'late' starts at 80", "length of 'L2_basket, soma' is -1", "no receptor 'gabaa'", "section 'apical_tuft' of 'L5_pyramidal'", "names the section 'apical_tuft'" })
            Assert.Contains(problems, problem => problem.What.Contains(expected, StringComparison.Ordinal));
    }

    [Theory, InlineData(0.0), InlineData(-1.0), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void A_run_must_end_after_its_start(double stopTime) =>
        Assert.Contains("The run ends", Assert.Throws<NetworkException>(() => Columns.Bare().Describe(stopTime)).Message, StringComparison.Ordinal);

    public static TheoryData<Func<CellTemplate, CellTemplate>, string> CellFaults => new()
    {
        { cell => cell.With("soma", section => section with { Name = "body" }), "has no section 'soma'" },
        { cell => cell.With("apical_1", section => section with { Name = "apical_2" }), "has several sections 'apical_2'" },
        { cell => cell with { Joints = cell.Joints.RemoveAt(0) }, "0 joints for the section 'basal_1'" },
        { cell => cell with { Joints = cell.Joints.Add(cell.Joints[0]) }, "2 joints for the section 'basal_1'" },
        { cell => cell with { Joints = cell.Joints.Add(new("soma", 1, "axon")) }, "joins 'axon'" },
        { cell => cell with { Joints = cell.Joints.SetItem(0, new("soma", 2, "basal_1")) }, "the end 2 of 'soma'" },
        { cell => cell with { Joints = cell.Joints.SetItem(0, new("basal_2", 1, "basal_1")) }, "'basal_1' of 'L5_pyramidal' is not joined to the soma" },
        { cell => cell.With("soma", section => section with { Diameter = 0 }), "diameter of 'L5_pyramidal, soma'" },
        { cell => cell.With("soma", section => section with { AxialResistivity = double.NaN }), "axial resistivity of" },
        { cell => cell.With("soma", section => section with { Capacitance = -1 }), "capacitance of" },
        { cell => cell.With("soma", section => section with { InitialVoltage = double.NaN }), "initial voltage of" },
        { cell => cell.With("soma", section => section with { EndPoints = default }), "end points of 'L5_pyramidal, soma' are 0" },
        { cell => cell with { DipoleAxis = "axon" }, "measured along the section 'axon'" },
        { cell => cell.With("soma", section => section with { SegmentCount = 2 }), "has 2 segments" },
        { cell => cell.With("soma", section => Core.Cells.SectionExtensions.WithDensity(section, "hh3", "g", 1)), "mechanism 'hh3'" },
        { cell => cell.With("soma", section => Core.Cells.SectionExtensions.WithDensity(section, "hh2", "g", 1)), "parameter 'g' of the mechanism 'hh2'" },
        { cell => cell.With("soma", section => Core.Cells.SectionExtensions.WithDensity(section, "hh2", "gl", double.NaN)), "gl of hh2 in 'L5_pyramidal, soma' is not finite" },
        { cell => cell.With("apical_1", section => Core.Cells.SectionExtensions.WithDensity(section, "hh2", "gl", new SegmentDensity([1, 2]))), "is given for 2 segments" },
        { cell => cell with { Synapses = cell.Synapses.Remove("nmda") }, "has the receptor 'nmda'" },
        { cell => cell with { Synapses = cell.Synapses.SetItem("nmda", new Exp2Synapse(double.NaN, 1, 2)) }, "'e' of the receptor 'nmda'" },
        { cell => cell with { Synapses = cell.Synapses.SetItem("nmda", new Exp2Synapse(0, 0, 2)) }, "'tau1' of the receptor 'nmda'" },
        { cell => cell with { Locations = cell.Locations.SetItem("distal", ["axon"]) }, "names the section 'axon'" },
    };

    [Theory, MemberData(nameof(CellFaults))]
    public void A_faulty_cell_is_told(Func<CellTemplate, CellTemplate> change, string expected)
    {
        var net = Columns.Small();
        net.ChangeCell("L5_pyramidal", change);

        Assert.Contains(expected, Assert.Throws<NetworkException>(() => net.Describe(1)).Message, StringComparison.Ordinal);
    }
}
