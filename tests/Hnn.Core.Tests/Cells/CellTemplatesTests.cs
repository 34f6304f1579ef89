using System.Text.Json;
using Hnn.Core.Cells;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;
using Hnn.Engine.Synapses;
using Hnn.Testing;

namespace Hnn.Core.Tests.Cells;

public class CellTemplatesTests
{
    private static readonly NetworkOptions _single = new() { Mesh = (1, 1) };

    // End points are sums of lengths in another order than the reference's; densities go through one exponential.
    private const double Tolerance = 1e-12;

    public static TheoryData<string> RecordedCells =>
        ["L2_basket", "L2_pyramidal", "L5_basket", "L5_pyramidal", "calcium_L5_pyramidal", "law_L2_pyramidal", "law_L5_pyramidal"];

    [Theory, MemberData(nameof(RecordedCells))]
    public void Sections_are_those_of_the_reference(string name)
    {
        var (cell, recorded) = Recorded(name);

        Assert.Equal(recorded.GetProperty("section_order").AsStrings(), cell.Sections.Select(section => section.Name));
        foreach (var section in cell.Sections)
        {
            var expected = recorded.GetProperty("sections").GetProperty(section.Name);
            Assert.Equal(
                (Number(expected, "L"), Number(expected, "diam"), Number(expected, "Ra"), Number(expected, "cm"), Number(expected, "v0"), Number(expected, "nseg")),
                (section.Length, section.Diameter, section.AxialResistivity, section.Capacitance, section.InitialVoltage, section.SegmentCount));
            Assert.Equal(expected.GetProperty("synapses").AsStrings(), section.Receptors);
            var ends = expected.GetProperty("end_pts_template");
            AssertNear(ends[0].AsDoubles(), section.EndPoints.Start);
            AssertNear(ends[1].AsDoubles(), section.EndPoints.End);
        }
    }

    [Theory, MemberData(nameof(RecordedCells))]
    public void Mechanisms_have_the_densities_of_the_reference_in_every_segment(string name)
    {
        var (cell, recorded) = Recorded(name);

        foreach (var section in cell.Sections)
        {
            var expected = recorded.GetProperty("sections").GetProperty(section.Name).GetProperty("mechanism_template");
            Assert.Equal(expected.EnumerateObject().Select(mechanism => mechanism.Name).Order(StringComparer.Ordinal), section.Mechanisms.Keys);
            foreach (var mechanism in expected.EnumerateObject())
            {
                foreach (var parameter in mechanism.Value.EnumerateObject())
                {
                    var density = section.Mechanisms[mechanism.Name][parameter.Name[..^(mechanism.Name.Length + 1)]];
                    var values = parameter.Value.ValueKind == JsonValueKind.Number
                        ? Enumerable.Repeat(parameter.Value.GetDouble(), section.SegmentCount)
                        : parameter.Value[1].AsDoubles();
                    Assert.All(values.Zip(cell.Densities(section.Name, density)), pair => Assert.Equal(pair.First, pair.Second, Tolerance * Math.Abs(pair.First)));
                }
            }
        }
    }

    [Theory, MemberData(nameof(RecordedCells))]
    public void Synapses_locations_and_the_tree_are_those_of_the_reference(string name)
    {
        var (cell, recorded) = Recorded(name);

        foreach (var receptor in recorded.GetProperty("synapses").EnumerateObject())
        {
            var expected = new Exp2Synapse(Number(receptor.Value, "e"), Number(receptor.Value, "tau1"), Number(receptor.Value, "tau2"));
            Assert.Equal(expected, cell.Synapses[receptor.Name]);
        }
        foreach (var location in recorded.GetProperty("sect_loc").EnumerateObject())
            Assert.Equal(location.Value.AsStrings(), cell.SectionsAt(location.Name));
        Assert.Equal(JointsOf(recorded.GetProperty("cell_tree")), cell.Joints);
        Assert.Equal(recorded.GetProperty("template_name").GetString(), cell.Name);
    }

    [Fact]
    public void The_layer_5_cell_has_55_segments_and_the_layer_2_cell_32()
    {
        // Source: the membrane segments of both cells in the reference (numerics specification, 1.5).
        var net = new Network(_single);

        Assert.Equal(55, net.CellTypes["L5_pyramidal"].Cell.Sections.Sum(section => section.SegmentCount));
        Assert.Equal(32, net.CellTypes["L2_pyramidal"].Cell.Sections.Sum(section => section.SegmentCount));
    }

    [Fact]
    public void Parameters_change_the_cells()
    {
        var parameters = Core.Parameters.HnnParameters.Default.With("L5Pyr_apicaltuft_L", 500).With("L5Pyr_dend_gbar_km", 7).With("L5Pyr_gabab_tau2", 30);

        var cell = CellTemplates.L5Pyramidal(parameters);

        Assert.Equal(500, cell["apical_tuft"].Length);
        Assert.Equal(2001, cell["apical_tuft"].EndPoints.End.Z, 1e-9);
        Assert.Equal(new UniformDensity(7), cell["basal_2"].Mechanisms["km"]["gbar"]);
        Assert.Equal(new Exp2Synapse(-80, 1, 30), cell.Synapses["gabab"]);
    }

    private static IEnumerable<SectionJoint> JointsOf(JsonElement tree) => tree.ValueKind == JsonValueKind.Null
        ? []
        : from node in tree.EnumerateObject()
          from child in node.Value.AsStrings()
          let parent = node.Name.Split(',')
          let end = child.Split(',')
          where parent[0] != end[0]
          select new SectionJoint(parent[0], int.Parse(parent[1], System.Globalization.CultureInfo.InvariantCulture), end[0]);

    private static (CellTemplate Cell, JsonElement Recorded) Recorded(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json($"cells/{name}/geometry.json");
        var net = name.Split('_')[0] switch
        {
            "calcium" => Network.Calcium(_single),
            "law" => Network.Law2021(_single),
            _ => Network.Jones2009(_single),
        };
        return (net.CellTypes[recorded.GetProperty("cell_type").GetString()!].Cell, recorded);
    }

    private static double Number(JsonElement element, string key) => element.GetProperty(key).GetDouble();

    private static void AssertNear(double[] expected, Point3 actual) =>
        Assert.All(expected.Zip([actual.X, actual.Y, actual.Z]), pair => Assert.Equal(pair.First, pair.Second, Tolerance * Math.Max(1, Math.Abs(pair.First))));
}
