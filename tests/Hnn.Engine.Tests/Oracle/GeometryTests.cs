using System.Text.Json;
using Hnn.Engine.Cells;
using Hnn.Testing;
using Hnn.Testing.Oracle;

namespace Hnn.Engine.Tests.Oracle;

public sealed class GeometryTests
{
    // Products of a few doubles: one or two units in the last place. ri may differ by the rounding of L (numerics 1.2).
    private const double Relative = 1e-13;

    public static TheoryData<string> Cells => [.. RecordedCell.Names];

    [Theory, MemberData(nameof(Cells))]
    public void Areas_and_axial_resistances_are_those_recorded(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var cell = RecordedCell.Load(name);
        var tree = new CellTree(cell.Template);

        foreach (var (section, recorded) in Sections(cell))
        {
            var segments = recorded.GetProperty("segments").EnumerateArray().ToList();
            Assert.Equal(segments.Count, cell.Template[section].SegmentCount);
            foreach (var segment in segments)
            {
                var node = tree.Nodes[tree.NodeAt(section, segment.GetProperty("x").AsDouble())];
                AssertClose(segment.GetProperty("x").AsDouble(), node.X);
                AssertClose(segment.GetProperty("area").AsDouble(), node.Area);
                AssertClose(segment.GetProperty("ri").AsDouble(), 1 / node.AxialConductance);
            }

            AssertClose(recorded.GetProperty("neuron").GetProperty("ri_at_1").AsDouble(), 1 / tree.Nodes[tree.NodeAt(section, 1)].AxialConductance);
        }
    }

    [Theory, MemberData(nameof(Cells))]
    public void Distances_from_the_soma_are_those_recorded(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var cell = RecordedCell.Load(name);
        var tree = new CellTree(cell.Template);

        foreach (var (section, recorded) in Sections(cell))
            AssertClose(recorded.GetProperty("neuron").GetProperty("distance_from_soma0_to_mid").AsDouble(), tree.DistanceTo(section));
    }

    [Theory, MemberData(nameof(Cells))]
    public void Pieces_of_the_dipole_are_those_recorded(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var cell = RecordedCell.Load(name);
        if (!cell.ContributesToDipole)
            return;
        var tree = new CellTree(cell.Template);
        var meter = new DipoleMeter(tree);

        foreach (var (section, recorded) in Sections(cell))
        {
            AssertClose(cell.Geometry.GetProperty("cos_theta_to_apical_trunk").GetProperty(section).AsDouble(), meter.Cosine(section));
            var pieces = recorded.GetProperty("segments").EnumerateArray()
                .Select(segment => (X: segment.GetProperty("x").AsDouble(), Piece: segment.GetProperty("dipole")))
                .Append((X: 1, Piece: recorded.GetProperty("dipole_end")));
            foreach (var (x, piece) in pieces)
            {
                var node = tree.Nodes[tree.NodeAt(section, x)];
                AssertClose(piece.GetProperty("ri").AsDouble(), 1 / node.AxialConductance);
                // Differences of places along the section lose three digits.
                AssertClose(piece.GetProperty("ztan").AsDouble(), meter.AxialLength(node), 1e-12);
            }
        }
    }

    [Theory, MemberData(nameof(Cells))]
    public void End_points_of_a_placed_cell_are_those_recorded_to_the_bit(string name)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var tree = new CellTree(RecordedCell.Load(name).Template);

        var placed = CellShape.Place(tree, new Point3(3, 4, 1307.4));

        foreach (var section in ReferenceData.Json($"cells/{name}/pts3d_at_3_4_1307.4.json").EnumerateObject())
            Assert.Equal((Point(section.Value[0]), Point(section.Value[1])), placed[section.Name]);
    }

    private static IEnumerable<(string Section, JsonElement Recorded)> Sections(RecordedCell cell) =>
        cell.Geometry.GetProperty("sections").EnumerateObject().Select(section => (section.Name, section.Value));

    private static Point3 Point(JsonElement array) => new(array[0].AsDouble(), array[1].AsDouble(), array[2].AsDouble());

    private static void AssertClose(double expected, double actual, double relative = Relative) =>
        Assert.InRange(actual, expected - Math.Abs(expected) * relative, expected + Math.Abs(expected) * relative);
}
