using Hnn.Engine.Cells;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class MorphologyTests
{
    private static readonly CellTemplate Pyramidal = SmallNetworks.Unconnected().CellTypes["L5_pyramidal"].Cell;

    [Fact]
    public void A_flat_cell_is_seen_from_the_side_with_a_line_for_each_section()
    {
        var panel = Plots.Morphology(Pyramidal).Panels.Single();

        var lines = panel.Traces.OfType<LineTrace>().ToArray();
        Assert.Equal(Pyramidal.Sections.Length, lines.Length);
        Assert.True(panel is { Z: null, HasEqualScales: true });
        Assert.Equal("z (µm)", panel.Y.Label);
        // Soma 39 µm and trunk 102 µm, one above the other.
        Assert.Equal("apical_trunk, 102 µm long, 10.2 µm wide", lines[0].Name);
        Assert.Equal([39.0, 141], lines[0].Y.Select(z => Math.Round(z, 9)));
        Assert.Equal([0.0, 0], lines[0].X);
    }

    [Fact]
    public void Every_section_has_its_name_beside_it()
    {
        var names = Plots.Morphology(Pyramidal).Panels.Single().Traces.OfType<TextTrace>().Single();

        Assert.Equal(Pyramidal.Sections.Select(section => section.Name), names.Texts);
    }

    [Fact]
    public void The_wider_a_section_the_wider_its_line()
    {
        var lines = Lines(Plots.Morphology(Pyramidal));

        var byDiameter = Pyramidal.Sections.Zip(lines).OrderBy(pair => pair.First.Diameter).Select(pair => pair.Second.Width).ToArray();
        Assert.Equal(byDiameter.Order(), byDiameter);
        Assert.True(byDiameter[^1] > 4 * byDiameter[0]);
    }

    [Fact]
    public void A_cell_that_is_not_flat_is_shown_in_space()
    {
        var bent = Pyramidal.With("basal_3", section => section with { EndPoints = (section.EndPoints.Start, new Point3(100, 150, -200)) });

        var panel = Plots.Morphology(bent).Panels.Single();

        Assert.NotNull(panel.Z);
        var basal = panel.Traces.OfType<LineTrace>().Single(line => line.Name.StartsWith("basal_3", StringComparison.Ordinal));
        Assert.Equal((100.0, 150.0, -200.0), (basal.X[1], basal.Y[1], basal.Z[1]));
        Assert.True(basal.IsInLegend);
    }

    [Fact]
    public void A_cell_has_the_colour_of_its_type_and_grey_without_one()
    {
        var type = SmallNetworks.Unconnected().CellTypes["L2_basket"];

        Assert.All(Lines(Plots.Morphology(type)), line => Assert.Equal(Palette.Population("L2_basket", []), line.Color));
        Assert.All(Lines(Plots.Morphology(type.Cell with { Name = "L2_basket" })), line => Assert.Equal(Palette.Population("L2_basket", []), line.Color));
        Assert.All(Lines(Plots.Morphology(type.Cell with { Name = "own" })), line => Assert.True(line.Color is var (red, green, blue) && red == green && green == blue));
    }

    [Fact]
    public void Sections_can_have_colours_of_their_own_and_others_have_that_of_the_type()
    {
        var red = Color.FromHex("#FF0000");

        var lines = Lines(Plots.Morphology(SmallNetworks.Unconnected(), "L5_pyramidal", new Dictionary<string, Color> { ["soma"] = red }));

        Assert.Equal(red, lines[^1].Color);
        Assert.Equal(Palette.Population("L5_pyramidal", []), lines[0].Color);
    }

    [Fact]
    public void A_colour_for_a_section_that_is_not_there_is_an_error_that_names_those_there_are()
    {
        var fault = Assert.Throws<KeyNotFoundException>(() => Plots.Morphology(Pyramidal, new Dictionary<string, Color> { ["tuft"] = default }));

        Assert.Contains("apical_tuft", fault.Message, StringComparison.Ordinal);
    }

    private static LineTrace[] Lines(Figure figure) => [.. figure.Panels.Single().Traces.OfType<LineTrace>()];
}
