using Hnn.Engine.Cells;

namespace Hnn.Engine.Tests.Cells;

public sealed class CellTemplateTests
{
    // A basal section out of the soma's 0 end; a trunk out of its 1 end with a tuft.
    private static readonly CellTemplate Branched = SmallCells.Pyramidal with
    {
        Sections = [SmallCells.Soma, SmallCells.Trunk, SmallCells.Trunk with { Name = "tuft" }, SmallCells.Trunk with { Name = "basal" }],
        Joints = [.. SmallCells.Pyramidal.Joints, new SectionJoint("apical_trunk", 1, "tuft"), new SectionJoint(CellTemplate.Soma, 0, "basal")],
        Locations = SmallCells.Pyramidal.Locations.Add("distal", ["tuft"]).Add("nowhere", []),
    };

    [Theory]
    [InlineData("soma", 0)]
    [InlineData("basal", 0)]
    [InlineData("apical_trunk", 20)]
    [InlineData("tuft", 140)]
    public void A_distance_is_the_length_of_the_sections_passed(string section, double distance) =>
        Assert.Equal(distance, Branched.DistanceFromSoma(section));

    [Fact]
    public void There_is_no_distance_to_a_section_that_nothing_joins() =>
        Assert.Contains("'orphan'", Assert.Throws<KeyNotFoundException>(() => Branched.DistanceFromSoma("orphan")).Message, StringComparison.Ordinal);

    // The trunk starts 20 µm from the soma's 0 end and has its centres at 1/6, 1/2 and 5/6 of 120 µm.
    [Fact]
    public void A_density_is_evaluated_at_the_centres_of_the_segments()
    {
        var values = Branched.Evaluate(SmallCells.Trunk, new LinearDensity(AtSoma: 0, AtKink: 100, Kink: 100));

        Assert.Equal([40, 80, 100], values.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void A_listed_density_needs_no_joint() =>
        Assert.Equal([1, 2, 3], Branched.Evaluate(SmallCells.Trunk with { Name = "orphan" }, new SegmentDensity([1, 2, 3])));

    [Fact]
    public void A_location_is_a_group_or_a_section()
    {
        Assert.Equal(["tuft"], Branched.SectionsAt("distal"));
        Assert.Equal(["basal"], Branched.SectionsAt("basal"));
        Assert.Empty(Branched.SectionsAt("nowhere"));
        Assert.Empty(Branched.SectionsAt("proximal"));
    }

    [Fact]
    public void A_section_is_changed_in_a_copy()
    {
        var longer = Branched.With("tuft", tuft => tuft with { Length = 300 });

        Assert.Equal(300, longer["tuft"].Length);
        Assert.Equal(120, Branched["tuft"].Length);
        Assert.Equal(Branched.Sections.Select(section => section.Name), longer.Sections.Select(section => section.Name));
    }

    [Fact]
    public void An_unknown_section_is_named_with_those_there_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => SmallCells.Pyramidal["basal"]);

        Assert.Equal("The cell 'Pyramidal' has no section 'basal', only soma, apical_trunk.", error.Message);
    }
}
