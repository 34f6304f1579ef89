namespace Hnn.Engine.Tests.Cells;

public sealed class SectionTests
{
    // numerics.md section 1.1.
    [Theory]
    [InlineData(39, 1)]
    [InlineData(100, 1)]
    [InlineData(100.1, 3)]
    [InlineData(149, 3)]
    [InlineData(199.9, 3)]
    [InlineData(200, 5)]
    [InlineData(250, 5)]
    [InlineData(680, 13)]
    public void A_section_has_an_odd_number_of_segments_about_50_µm_long(double length, int segments) =>
        Assert.Equal(segments, (SmallCells.Soma with { Length = length }).SegmentCount);

    [Fact]
    public void A_number_of_segments_once_set_survives_a_change_of_length()
    {
        var section = SmallCells.Trunk with { SegmentCount = 7 };

        Assert.True(section.HasPinnedSegmentCount);
        Assert.Equal(7, (section with { Length = 20 }).SegmentCount);
        Assert.False(SmallCells.Trunk.HasPinnedSegmentCount);
    }

    [Fact]
    public void Segments_have_their_centres_in_the_middle_of_equal_parts() =>
        Assert.Equal([1.0 / 6, 0.5, 5 * (1.0 / 6)], Enumerable.Range(0, 3).Select(SmallCells.Trunk.CentreOf));
}
