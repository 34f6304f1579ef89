using Hnn.Plots.Colors;
using Hnn.Plots.Tests.Pictures;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class FigureWordsTests
{
    private static readonly LineTrace Line = new() { Name = "Whole", Color = Palette.Series(0), X = [0, 1], Y = [0, 1] };
    private static readonly Panel Panel = new() { X = new("Time", "ms"), Y = new("Dipole moment", "nAm"), Traces = [Line] };

    [Fact]
    public void A_panel_is_its_heading_what_it_shows_over_what_and_the_names_of_its_traces() =>
        Assert.Equal("Figure: Trial 1, Dipole moment (nAm) over Time (ms): Whole", Words(Panel with { Title = "Trial 1" }));

    [Fact]
    public void An_axis_of_names_says_these()
    {
        var raster = Panel with { Y = new("") { Ticks = [new(0, "L2_basket"), new(1, "L5_basket")] }, Traces = [Line with { Name = "L2_basket", IsInLegend = false }] };

        Assert.Equal("Figure: L2_basket, L5_basket over Time (ms)", Words(raster));
    }

    [Fact]
    public void Without_a_legend_all_traces_are_named_and_of_many_only_some()
    {
        var contacts = Enumerable.Range(0, 10).Select(contact => Line with { Name = $"Contact {contact}", IsInLegend = false });

        Assert.EndsWith(": Contact 0, Contact 1, Contact 2, Contact 3, Contact 4, Contact 5, Contact 6, Contact 7 and 2 more", Words(Panel with { Traces = [.. contacts] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_are_counted() =>
        Assert.EndsWith("; 2 frames", FigureWords.Describe(Samples.Cell), StringComparison.Ordinal);

    private static string Words(Panel panel) => FigureWords.Describe(Samples.FigureOf(panel));
}
