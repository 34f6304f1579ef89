using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Models;

/// <summary>Compiled cells, worked out by hand from numerics.md sections 1 and 7.</summary>
public sealed class CellPlanCompilerTests
{
    // A few products: some units in the last place.
    private const double Relative = 1e-14;

    [Fact]
    public void A_root_comes_first_then_each_section_with_a_node_at_its_end()
    {
        var plan = Compile(SmallCells.Pyramidal);

        Assert.Equal([-1, 0, 1, 2, 3, 4, 5], plan.Tree.Parents);
        Assert.Equal(new SectionNodes(1, 1), plan.Sections["soma"]);
        Assert.Equal(new SectionNodes(3, 3), plan.Sections["apical_trunk"]);
        Assert.Equal((1, 4, 6), (plan.SomaNode, plan.Sections["apical_trunk"].Middle, plan.Sections["apical_trunk"].End));
        Assert.Equal(
            ["soma", "soma", "soma", "apical_trunk", "apical_trunk", "apical_trunk", "apical_trunk"], Enumerable.Range(0, 7).Select(plan.SectionOf));
    }

    // Soma: area π·20·20, half resistance 0.01·100·10/(100π) MΩ, so 10π µS from the middle to either end.
    // Trunk, per segment of 40 µm: area π·4·40, half resistance 0.01·100·20/(4π), so π/5 µS to an end, π/10 between middles.
    [Fact]
    public void Areas_couplings_and_the_diagonal_are_those_of_the_cable()
    {
        var plan = Compile(SmallCells.Pyramidal);

        AreClose([0, 400 * Math.PI, 0, 160 * Math.PI, 160 * Math.PI, 160 * Math.PI, 0], plan.Areas);
        AreClose([0, -10 * Math.PI, -2.5, -Math.PI / 5, -0.0625, -0.0625, -0.125], plan.Tree.ParentCoupling.Span.ToArray());
        AreClose([0, -2.5, -10 * Math.PI, -0.125, -0.0625, -0.0625, -Math.PI / 5], plan.Tree.ChildCoupling.Span.ToArray());

        // 0.001 · 1 µF/cm² / 0.025 ms = 0.04, where there is membrane.
        AreClose([0, 0.04, 0, 0.04, 0.04, 0.04, 0], plan.Capacitances);
        AreClose(
            [10 * Math.PI, 5.04, 10 * Math.PI + Math.PI / 5, 0.2275, 0.165, 0.2275, Math.PI / 5], plan.Tree.Diagonal.Span.ToArray());
    }

    // Length along the axis between neighbours, over their resistance.
    [Fact]
    public void The_dipole_weighs_each_axial_current_with_its_length()
    {
        double[] expected = [0, 10 * 10 * Math.PI, 10 * 10 * Math.PI, 20 * Math.PI / 5, 40 * Math.PI / 10, 40 * Math.PI / 10, 20 * Math.PI / 5];

        AreClose(expected, Compile(SmallCells.Pyramidal).Tree.DipoleWeights.Span.ToArray());
        Assert.All(Compile(SmallCells.Pyramidal, contributes: false).Tree.DipoleWeights.Span.ToArray(), weight => Assert.Equal(0, weight));
    }

    [Fact]
    public void A_section_across_the_axis_does_not_count_and_one_against_it_counts_negative()
    {
        var across = SmallCells.Pyramidal.With("soma", soma => soma with { EndPoints = (default, new Point3(20, 0, 0)) });
        var against = SmallCells.Pyramidal.With("soma", soma => soma with { EndPoints = (default, new Point3(0, 0, -5)) });

        Assert.Equal(0, Compile(across).Tree.DipoleWeights.Span[1]);
        AreClose([-100 * Math.PI], [Compile(against).Tree.DipoleWeights.Span[1]]);
    }

    // The reference holds 28.899999618530273 µm for 28.9 (its README, convention 5).
    [Fact]
    public void Diameters_are_rounded_to_single_precision() =>
        Assert.Equal(Math.PI * 28.899999618530273 * 20, Compile(SmallCells.Basket.With("soma", soma => soma with { Diameter = 28.9 })).Areas[1]);

    [Fact]
    public void Sections_are_laid_out_breadth_first_those_at_the_0_end_first_the_last_joined_first()
    {
        Section Named(string name) => SmallCells.Trunk with { Name = name };
        var cell = SmallCells.Pyramidal with
        {
            Sections = [SmallCells.Soma, SmallCells.Trunk, Named("oblique"), Named("tuft"), Named("basal")],
            Joints =
            [
                .. SmallCells.Pyramidal.Joints, new SectionJoint("apical_trunk", 1, "tuft"),
                new SectionJoint("soma", 1, "oblique"), new SectionJoint("soma", 0, "basal"),
            ],
        };

        var plan = Compile(cell);

        Assert.Equal(["soma", "basal", "oblique", "apical_trunk", "tuft"], plan.Sections.OrderBy(section => section.Value.First).Select(section => section.Key));
        Assert.Equal(0, plan.Tree.Parents[plan.Sections["basal"].First]);
        Assert.Equal(plan.Sections["soma"].End, plan.Tree.Parents[plan.Sections["oblique"].First]);
        Assert.Equal(plan.Sections["apical_trunk"].End, plan.Tree.Parents[plan.Sections["tuft"].First]);
    }

    [Fact]
    public void Both_ends_of_a_section_start_at_its_voltage()
    {
        var plan = Compile(SmallCells.Pyramidal.With("soma", soma => soma with { InitialVoltage = -70 }));

        Assert.Equal([-70, -70, -70, -65, -65, -65, -65], plan.InitialVoltages);
    }

    [Fact]
    public void A_mechanism_sits_on_the_segments_of_its_sections_with_its_defaults_where_nothing_is_set()
    {
        var cell = SmallCells.Pyramidal.With("apical_trunk", trunk => trunk with
        {
            Mechanisms = SmallCells.Channels(("hh2", [("gnabar", new SegmentDensity([1, 2, 3]))])),
        });

        var (mechanism, sites) = Assert.Single(Compile(cell).Mechanisms);

        Assert.Equal("hh2", mechanism.Name);
        Assert.Equal([1, 3, 4, 5], sites.Nodes);
        Assert.Equal([0.12, 1, 2, 3], sites["gnabar"]);
        Assert.Equal([0.036, 0.036, 0.036, 0.036], sites["gkbar"]);
    }

    [Fact]
    public void Only_synapses_that_something_reaches_have_a_slot()
    {
        var plan = LoneCells.Of(SmallCells.Pyramidal).WithContact(0, "apical_trunk", "nmda", 1, 1).Compiled().Plans[0];

        var slot = Assert.Single(plan.Slots);

        Assert.Equal(("apical_trunk", "nmda", 4), (slot.Section, slot.Receptor, slot.Node));
        AreClose([100 / (160 * Math.PI)], [slot.PerArea]);
    }

    // 1 nA into 400π µm².
    [Fact]
    public void An_injected_current_becomes_a_density()
    {
        var clamp = Assert.Single(LoneCells.Of(SmallCells.Pyramidal).WithClamp("soma", 1, 2, 5).Compiled().Plans[0].Clamps);

        Assert.Equal((1, 2.0, 5.0), (clamp.Node, clamp.Start, clamp.Stop));
        AreClose([0.25 / Math.PI], [clamp.Density]);
    }

    private static CellPlan Compile(CellTemplate cell, bool contributes = true)
    {
        var axis = cell.Sections.Length == 1 ? cell with { DipoleAxis = "soma" } : cell;
        return LoneCells.Of(axis, contributes).Compiled().Plans[0];
    }

    private static void AreClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Math.Abs(pair.First) * Relative));
    }
}
