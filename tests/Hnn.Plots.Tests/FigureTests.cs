using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class FigureTests
{
    private static readonly FrameSeries Film = new() { Axis = new("Time", "ms"), At = [0, 1] };

    [Fact]
    public void Rows_put_all_panels_below_each_other_in_order()
    {
        var (a, b) = (FigureOf(PanelNamed("a")), FigureOf(PanelNamed("b"), PanelNamed("c") with { Area = new(0, 1, 1, 1) }));

        var figure = Figure.Rows(a, b, a);

        Assert.Equal(["a", "b", "c", "a"], figure.Panels.Select(panel => panel.Title));
        Assert.Equal([new(0, 0, 1, 1), new(0, 1, 1, 1), new(0, 2, 1, 1), new(0, 3, 1, 1)], figure.Panels.Select(panel => panel.Area));
        Assert.Equal((1, 4), (figure.Width, figure.Height));
    }

    [Fact]
    public void Columns_put_all_panels_beside_each_other_in_order()
    {
        var figure = Figure.Columns(FigureOf(PanelNamed("a")), FigureOf(PanelNamed("b")));

        Assert.Equal([new(0, 0, 1, 1), new(1, 0, 1, 1)], figure.Panels.Select(panel => panel.Area));
        Assert.Equal((2, 1), (figure.Width, figure.Height));
    }

    [Fact]
    public void A_narrow_row_becomes_as_wide_as_the_widest()
    {
        var pair = Figure.Columns(FigureOf(PanelNamed("a")), FigureOf(PanelNamed("b")));

        var figure = Figure.Rows(pair, FigureOf(PanelNamed("c")));

        Assert.Equal([new(0, 0, 1, 1), new(1, 0, 1, 1), new(0, 1, 2, 1)], figure.Panels.Select(panel => panel.Area));
    }

    [Fact]
    public void A_low_column_becomes_as_high_as_the_highest()
    {
        var pair = Figure.Rows(FigureOf(PanelNamed("a")), FigureOf(PanelNamed("b")));

        var figure = Figure.Columns(FigureOf(PanelNamed("c")), pair);

        Assert.Equal([new(0, 0, 1, 2), new(1, 0, 1, 1), new(1, 1, 1, 1)], figure.Panels.Select(panel => panel.Area));
    }

    [Fact]
    public void What_changes_and_what_is_shared_is_kept()
    {
        var figure = Figure.Rows(FigureOf(PanelNamed("a")).WithSharedX(), FigureOf(PanelNamed("b")) with { Frames = Film });

        Assert.True(figure.SharesX);
        Assert.Equal(Film, figure.Frames);
    }

    [Fact]
    public void Two_figures_that_change_cannot_be_one()
    {
        var film = FigureOf(PanelNamed("a")) with { Frames = Film };

        Assert.Throws<ArgumentException>(() => Figure.Columns(film, film));
    }

    [Fact]
    public void A_title_is_the_panels_heading_and_all_else_stays()
    {
        var figure = FigureOf(PanelNamed("")) with { Frames = Film, SharesX = true };

        var titled = figure.Titled("Before");

        Assert.Equal("Before", Assert.Single(titled.Panels).Title);
        Assert.Equal("", figure.Panels[0].Title);
        Assert.Equal((true, Film), (titled.SharesX, titled.Frames));
        Assert.Equal(figure.Panels[0], titled.Titled("").Panels[0]);
    }

    [Fact]
    public void Of_several_panels_the_one_at_the_upper_left_bears_the_title()
    {
        var (below, right, upperLeft) = (PanelNamed("b") with { Area = new(0, 1, 1, 1) }, PanelNamed("c") with { Area = new(1, 0, 1, 1) }, PanelNamed("a"));

        var titled = FigureOf(below, right, upperLeft).Titled("Before");

        Assert.Equal(["b", "c", "Before"], titled.Panels.Select(panel => panel.Title));
        Assert.Equal([below.Area, right.Area, upperLeft.Area], titled.Panels.Select(panel => panel.Area));
    }

    [Fact]
    public void Titled_figures_keep_their_titles_together() =>
        Assert.Equal(["Before", "After"], Figure.Columns(FigureOf(PanelNamed("a")).Titled("Before"), FigureOf(PanelNamed("a")).Titled("After")).Panels.Select(panel => panel.Title));

    [Fact]
    public void A_figure_without_panels_bears_no_title() =>
        Assert.Contains("'Before'", Assert.Throws<InvalidOperationException>(() => FigureOf().Titled("Before")).Message, StringComparison.Ordinal);

    [Theory, InlineData("Time", "ms", "Time (ms)"), InlineData("Spikes", "", "Spikes")]
    public void An_axis_names_its_quantity_and_unit(string quantity, string unit, string label) =>
        Assert.Equal(label, new Axis(quantity, unit).Label);

    private static Figure FigureOf(params Panel[] panels) => new() { Panels = [.. panels] };

    private static Panel PanelNamed(string title) => new() { Title = title, X = new("x"), Y = new("y"), Traces = [] };
}
