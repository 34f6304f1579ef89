using System.Text.RegularExpressions;
using Hnn.Plots.Plotly.Drawing;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Hnn.Plots.Plotly.Tests.Drawing;

public partial class ChartJsonTests
{
    private static readonly string[] Columns = ["a", "b"];

    [Fact]
    public void A_chart_made_by_Plotly_NET_comes_out_as_Plotly_NET_writes_it()
    {
        var line = Chart.Scatter<double, double, string>([1, 2.5], [3, 4], StyleParam.Mode.Lines, MarkerColor: Color.fromKeyword(ColorKeyword.Red), Name: "a");
        var map = Chart.Heatmap<double, string, string, string>([[1, 2], [3, 4.5]], X: Columns, Y: Columns, ColorScale: StyleParam.Colorscale.Viridis);
        var both = Chart.Grid([line, map], 1, 2);

        var json = ChartJson.Of(both);

        Assert.Equal(PointAndZero.Replace(GenericChart.toJson(both), ""), json);
    }

    [Fact]
    public void Whole_numbers_have_no_point_and_texts_stay_as_they_are()
    {
        var trace = new Trace2D("scatter");
        trace.SetProperty("x", new double?[] { 1, -2.5, 1e300, null });
        trace.SetProperty("text", "2026-11-25T10:00:00 at 1.0");
        trace.SetProperty("meta", new Dictionary<string, int> { ["a"] = 1 });

        var json = ChartJson.Of(GenericChart.ofTraceObject(useDefaults: false, trace));

        Assert.Contains("\"x\":[1,-2.5,1E+300,null]", json, StringComparison.Ordinal);
        Assert.Contains("\"meta\":{\"a\":1}", json, StringComparison.Ordinal);
        Assert.Contains("\"2026-11-25T10:00:00 at 1.0\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_does_not_change_has_no_frames()
    {
        var figure = Draw.Json(Draw.Figure(Draw.Panel(Draw.Line())));

        Assert.Equal(["data", "layout", "config"], figure.EnumerateObject().Select(part => part.Name));
    }

    [Fact]
    public void The_same_figure_gives_the_same_text() => Assert.Equal(PlotlyRenderer.ToJson(Draw.Film()), PlotlyRenderer.ToJson(Draw.Film()));

    [GeneratedRegex(@"(?<=[0-9])\.0(?=[,\]}])")]
    private static partial Regex PointAndZero { get; }
}
