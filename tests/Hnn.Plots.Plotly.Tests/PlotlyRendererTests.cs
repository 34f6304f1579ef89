using System.Text.Json;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;
using Plotly.NET;
using Plotly.NET.CSharp;
using Color = Hnn.Plots.Colors.Color;

namespace Hnn.Plots.Plotly.Tests;

public class PlotlyRendererTests
{
    [Fact]
    public void Every_panel_has_its_own_row_axes_and_legend()
    {
        var figure = Draw.Json(Figure.Rows(Draw.Figure(Draw.Panel(Draw.Line())), Draw.Figure(Draw.Panel(Draw.Histogram()))));

        Assert.Equal(("\"x2\"", "\"y2\"", "\"legend2\""), (figure.Raw("data.1.xaxis"), figure.Raw("data.1.yaxis"), figure.Raw("data.1.legend")));
        Assert.True(figure.At("layout.yaxis2.domain.1").GetDouble() < figure.At("layout.yaxis.domain.0").GetDouble());
        Assert.Equal("[0,1]", figure.Raw("layout.xaxis.domain"));
        Assert.Equal(1, figure.At("layout.yaxis.domain.1").GetDouble());
    }

    [Fact]
    public void Panels_beside_each_other_have_columns_with_their_legends_above_them()
    {
        var layout = Draw.Json(Figure.Columns(Draw.Figure(Draw.Panel(Draw.Line())), Draw.Figure(Draw.Panel(Draw.Histogram())))).GetProperty("layout");

        Assert.True(layout.At("xaxis.domain.1").GetDouble() < layout.At("xaxis2.domain.0").GetDouble());
        Assert.Equal(layout.Raw("xaxis2.domain.0"), layout.Raw("legend2.x"));
        Assert.All(["legend", "legend2"], legend => Assert.True(layout.At($"{legend}.y").GetDouble() > layout.At("yaxis.domain.1").GetDouble()));
        Assert.Equal(layout.Raw("yaxis.domain"), layout.Raw("yaxis2.domain"));
    }

    [Fact]
    public void Frames_in_a_column_are_equally_wide_however_long_the_names_at_their_sides()
    {
        var layout = Draw.Json(Figure.Rows(Draw.Figure(Draw.Panel(Draw.Line("a name that needs much room"))), Draw.Figure(Draw.Panel(Draw.Map())))).GetProperty("layout");

        Assert.Equal(layout.Raw("xaxis.domain"), layout.Raw("xaxis2.domain"));
    }

    [Fact]
    public void A_colour_bar_stands_between_its_panel_and_the_legend()
    {
        var panel = Draw.Panel(Draw.Map()) with { Traces = [Draw.Map(), Draw.Line()] };

        var layout = Draw.Json(Draw.Figure(panel)).GetProperty("layout");

        Assert.InRange(layout.At("coloraxis.colorbar.x").GetDouble(), 1, layout.At("legend.x").GetDouble() - 0.1);
        Assert.Equal("Voltage (mV)", layout.At("coloraxis.colorbar.title.text").GetString());
        Assert.Equal((1, 0.5), (layout.At("coloraxis.colorbar.len").GetDouble(), layout.At("coloraxis.colorbar.y").GetDouble()));
        Assert.Equal("""[0,"#000004"]""", layout.Raw("coloraxis.colorscale.0"));
        Assert.Equal("[1,\"#FCFFA4\"]", layout.Raw("coloraxis.colorscale.16"));
    }

    [Fact]
    public void Two_panels_with_colours_have_a_colour_bar_each()
    {
        var figure = Draw.Json(Figure.Rows(Draw.Figure(Draw.Panel(Draw.Map())), Draw.Figure(Draw.Panel(Draw.Map()))));

        Assert.Equal(("\"coloraxis\"", "\"coloraxis2\""), (figure.Raw("data.0.coloraxis"), figure.Raw("data.1.coloraxis")));
        Assert.True(figure.At("layout.coloraxis2.colorbar.y").GetDouble() < figure.At("layout.coloraxis.colorbar.y").GetDouble());
    }

    [Fact]
    public void Only_named_traces_without_a_colour_bar_are_in_the_legend()
    {
        var panel = Draw.Panel(Draw.Line()) with { Traces = [Draw.Line(), Draw.Line("hidden") with { IsInLegend = false }, Draw.Points() with { Coloring = new(Draw.Voltage, [[1, 2, 3]]) }] };

        var data = Draw.Json(Draw.Figure(panel)).GetProperty("data");

        Assert.Equal([true, false, false], data.EnumerateArray().Select(trace => trace.GetProperty("showlegend").GetBoolean()));
    }

    [Fact]
    public void A_name_is_shown_as_it_is_written() => Assert.Equal("a &lt;b&gt;", Draw.Json(Draw.Line("a <b>")).GetProperty("name").GetString());

    [Fact]
    public void A_heading_stands_at_its_panels_corner()
    {
        var heading = Draw.Json(Draw.Figure(Draw.Panel(Draw.Line(), "Spikes & <more>"))).At("layout.annotations.0");

        Assert.Equal("<b>Spikes &amp; &lt;more&gt;</b>", heading.GetProperty("text").GetString());
        Assert.Equal(0, heading.GetProperty("x").GetDouble());
        Assert.InRange(heading.GetProperty("y").GetDouble(), 1, 1.1);
    }

    [Fact]
    public void A_dark_theme_changes_ground_and_ink_and_brightens_what_would_not_be_seen()
    {
        var dark = Draw.Json(Draw.Figure(Draw.Panel(Draw.Line() with { Color = Color.FromHex("#000000") })), Theme.Dark);

        Assert.Equal(Theme.Dark.Background.Hex, dark.At("layout.template.layout.paper_bgcolor").GetString());
        Assert.Equal(Theme.Dark.Ink.Hex, dark.At("layout.template.layout.font.color").GetString());
        Assert.InRange(Color.FromHex(dark.At("data.0.line.color").GetString()!).ContrastTo(Theme.Dark.Background), 3, 21);
    }

    [Fact]
    public void A_user_can_restyle_the_chart_with_Plotly_NET_and_keeps_the_rest()
    {
        var chart = PlotlyRenderer.ToChart(Draw.Figure(Draw.Panel(Draw.Line())));

        var restyled = chart.WithXAxisStyle<double, double, string>(TitleText: "Zeit (ms)", MinMax: Tuple.Create(0.0, 50.0)).WithSize(Height: 600).WithLegendStyle(X: 0.5);
        var layout = JsonDocument.Parse(NotebookCharts.Bundle(restyled, null)["application/vnd.plotly.v1+json"]).RootElement.GetProperty("layout");

        Assert.Equal(("Zeit (ms)", "[0,50]", "[0,1]"), (layout.At("xaxis.title.text").GetString(), layout.Raw("xaxis.range"), layout.Raw("xaxis.domain")));
        Assert.Equal((600, 0.5, 1), (layout.At("height").GetDouble(), layout.At("legend.x").GetDouble(), layout.At("legend.y").GetDouble()));
        Assert.Equal("Dipole moment (nAm)", layout.At("yaxis.title.text").GetString());
    }

    [Fact]
    public void A_user_can_give_the_chart_a_title_and_a_layout_of_his_own()
    {
        var chart = PlotlyRenderer.ToChart(Draw.Figure(Draw.Panel(Draw.Line())));
        var own = new Layout();
        own.SetProperty("plot_bgcolor", "#EEEEEE");

        var restyled = GenericChart.addLayout(own, global::Plotly.NET.Chart.withTitle("My title", TitleFont: null).Invoke(chart));

        var layout = JsonDocument.Parse(NotebookCharts.Bundle(restyled, null)["application/vnd.plotly.v1+json"]).RootElement.GetProperty("layout");
        Assert.Equal(("My title", "#EEEEEE"), (layout.At("title.text").GetString(), layout.At("plot_bgcolor").GetString()));
        Assert.True(layout.At("title.automargin").GetBoolean());
    }

    [Fact]
    public void A_figure_without_panels_is_an_error() => Assert.Throws<ArgumentException>(() => PlotlyRenderer.ToChart(Draw.Figure()));
}
