using Hnn.Core.Cells;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;

namespace Hnn.Core.Tests.Cells;

public class CellShapeTests
{
    private static readonly CellTemplate _cell = CellTemplates.L5Pyramidal(HnnParameters.Default);

    [Theory]
    [InlineData("soma", 19.5)]
    [InlineData("apical_trunk", 90)]
    [InlineData("apical_1", 481)]
    [InlineData("apical_tuft", 1713.5)]
    [InlineData("apical_oblique", 268.5)]
    [InlineData("basal_1", 42.5)]
    [InlineData("basal_3", 212.5)]
    public void The_path_from_the_soma_to_a_sections_middle_is_as_long_as_the_sections_between(string section, double expected)
    {
        // Worked by hand from the lengths 39, 102, 680, 680, 425, 255, 85, 255; basal dendrites leave the soma at its 0 end.
        Assert.Equal(expected, _cell.PathDistance(section));
    }

    [Fact]
    public void A_section_that_is_not_joined_to_the_soma_has_no_distance()
    {
        var cut = _cell with { Joints = _cell.Joints.RemoveAll(joint => joint.Child == "apical_2") };

        Assert.Equal(double.NaN, cut.PathDistance("apical_tuft"));
        Assert.Throws<KeyNotFoundException>(() => cut.PathDistance("axon"));
    }

    [Fact]
    public void A_reshaped_cell_keeps_directions_and_joins_its_sections_end_to_start()
    {
        var reshaped = (_cell.With("basal_1", section => section with { Length = 100 }) with { Position = new(1, 2, 3) }).Reshaped();

        Assert.Equal(new Point3(1, 2, 3), reshaped["soma"].EndPoints.Start);
        Assert.Equal(new Point3(1, 2, -97), reshaped["basal_1"].EndPoints.End);
        Assert.All(reshaped.Joints, joint =>
        {
            var parent = reshaped[joint.Parent].EndPoints;
            Assert.Equal(joint.ParentEnd == 0 ? parent.Start : parent.End, reshaped[joint.Child].EndPoints.Start);
        });
        Assert.All(reshaped.Sections, section => Assert.Equal(section.Length, (section.EndPoints.End - section.EndPoints.Start).Length, 1e-9));
    }

    [Fact]
    public void A_frozen_cell_has_the_same_segments_and_densities()
    {
        var frozen = _cell.Frozen();

        Assert.All(frozen.Sections, section => Assert.True(section.HasPinnedSegmentCount));
        Assert.Equal(
            _cell.Densities("apical_2", _cell["apical_2"].Mechanisms["ar"]["gbar"]),
            Assert.IsType<SegmentDensity>(frozen["apical_2"].Mechanisms["ar"]["gbar"]).Values);
    }
}
