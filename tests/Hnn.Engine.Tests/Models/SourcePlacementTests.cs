using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Testing.Oracle;

namespace Hnn.Engine.Tests.Models;

public sealed class SourcePlacementTests
{
    private static readonly Point3 Place = new(3, 4, 1307.4);

    [Fact]
    public void A_cell_stands_with_its_somas_start_at_its_position()
    {
        var placed = SourcePlacement.Place(SmallCells.Pyramidal, new Point3(10, 20, 30));

        Assert.Equal((new Point3(10, 20, 30), new Point3(10, 20, 50)), placed["soma"]);
        Assert.Equal((new Point3(10, 20, 50), new Point3(10, 20, 170)), placed["apical_trunk"]);
    }

    // All numbers of the moved template have few digits, so that moving it rounds nothing.
    [Fact]
    public void It_does_not_matter_where_the_template_stands()
    {
        var shift = new Point3(5, -6, 7.5);
        var moved = SmallCells.Pyramidal with
        {
            Position = shift,
            Sections = [.. SmallCells.Pyramidal.Sections.Select(section =>
                section with { EndPoints = (section.EndPoints.Start + shift, section.EndPoints.End + shift) })],
        };

        Assert.Equal(SourcePlacement.Place(SmallCells.Pyramidal, Place), SourcePlacement.Place(moved, Place));
    }

    [Fact]
    public void A_section_is_stretched_to_its_length_and_carries_the_sections_after_it_along()
    {
        var longer = SmallCells.Pyramidal.With("soma", soma => soma with { Length = 36 });

        var placed = SourcePlacement.Place(longer, default);

        Assert.Equal(36, placed["soma"].End.Z);
        Assert.Equal((36, 156), (placed["apical_trunk"].Start.Z, placed["apical_trunk"].End.Z));
    }

    // Slanted sections whose lengths are not those of their end points: every rounding shows.
    [Fact]
    public void Slanted_and_stretched_sections_lie_where_the_oracle_has_them_to_the_bit()
    {
        var cell = SmallCells.Pyramidal
            .With("soma", soma => soma with { Length = 23.7, EndPoints = (new Point3(0.1, 0.2, 0.3), new Point3(7.3, 11.1, 13.9)) })
            .With("apical_trunk", trunk => trunk with { Length = 111.3, EndPoints = (new Point3(7.7, 9, 14.1), new Point3(33.3, -71.9, 90.7)) });
        cell = cell with { Position = new Point3(0.1, 0.2, 0.3) };

        Assert.Equal(CellShape.Place(new CellTree(cell), Place), SourcePlacement.Place(cell, Place));
    }
}
