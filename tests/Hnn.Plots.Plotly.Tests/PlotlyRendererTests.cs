using System.Text.Json;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;
using Plotly.NET;

namespace Hnn.Plots.Plotly.Tests;

public class PlotlyRendererTests
{
    [Fact]
    public void A_line_keeps_its_numbers_colour_and_stroke_and_leaves_a_gap_where_there_is_no_number()
    {
        var trace = Json(Draw.Figure(Draw.Panel(Draw.Line()))).GetProperty("data")[0];

        Assert.Equal("[0.0,1.0,2.0]", trace.GetProperty("x").GetRawText());
        Assert.Equal("[3.0,\"NaN\",5.0]", trace.GetProperty("y").GetRawText());
        Assert.Equal("#0072B2", trace.GetProperty("line").GetProperty("color").GetString());
        Assert.Equal("dash", trace.GetProperty("line").GetProperty("dash").GetString());
    }

    [Fact]
    public void A_stepped_line_holds_each_value_until_the_next_point()
    {
        var trace = Json(Draw.Figure(Draw.Panel(Draw.Line() with { IsStepped = true }))).GetProperty("data")[0];

        Assert.Equal("hv", trace.GetProperty("line").GetProperty("shape").GetString());
    }

    [Fact]
    public void Points_are_drawn_without_a_line()
    {
        var points = new PointTrace { Name = "points", Color = Colors.Color.FromHex("#009E73"), X = [1, 2], Y = [3, 4], Size = 5 };

        var trace = Json(Draw.Figure(Draw.Panel(points))).GetProperty("data")[0];

        Assert.Equal("markers", trace.GetProperty("mode").GetString());
        Assert.Equal(5, trace.GetProperty("marker").GetProperty("size").GetDouble());
    }

    [Fact]
    public void The_bars_of_a_histogram_fill_their_intervals()
    {
        var trace = Json(Draw.Figure(Draw.Panel(Draw.Histogram()))).GetProperty("data")[0];

        Assert.Equal("bar", trace.GetProperty("type").GetString());
        Assert.Equal("[5.0,20.0]", trace.GetProperty("x").GetRawText());
        Assert.Equal("[10.0,20.0]", trace.GetProperty("width").GetRawText());
        Assert.Equal("[4.0,2.0]", trace.GetProperty("y").GetRawText());
    }

    [Fact]
    public void Every_panel_has_its_own_row_axes_and_legend()
    {
        var figure = Json(Draw.Figure(Draw.Panel(Draw.Line()), Draw.Panel(Draw.Histogram())));

        var (below, layout) = (figure.GetProperty("data")[1], figure.GetProperty("layout"));
        Assert.Equal(("x2", "y2", "legend2"), (below.GetProperty("xaxis").GetString(), below.GetProperty("yaxis").GetString(), below.GetProperty("legend").GetString()));
        Assert.True(layout.GetProperty("yaxis2").GetProperty("domain")[1].GetDouble() < layout.GetProperty("yaxis").GetProperty("domain")[0].GetDouble());
        Assert.Equal(1, layout.GetProperty("yaxis").GetProperty("domain")[1].GetDouble());
    }

    [Fact]
    public void Axes_bear_quantity_unit_and_range()
    {
        var axis = Json(Draw.Figure(Draw.Panel(Draw.Line()))).GetProperty("layout").GetProperty("xaxis");

        Assert.Equal("Time (ms)", axis.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal("[0.0,170.0]", axis.GetProperty("range").GetRawText());
    }

    [Fact]
    public void A_name_is_shown_as_it_is_written() =>
        Assert.Equal("a &lt;b&gt;", Json(Draw.Figure(Draw.Panel(Draw.Line("a <b>")))).GetProperty("data")[0].GetProperty("name").GetString());

    [Fact]
    public void A_figure_without_panels_is_an_error() => Assert.Throws<ArgumentException>(() => PlotlyRenderer.ToChart(Draw.Figure()));

    private static JsonElement Json(Figure figure)
    {
        using var document = JsonDocument.Parse(GenericChart.toFigureJson(PlotlyRenderer.ToChart(figure)));
        return document.RootElement.Clone();
    }
}
