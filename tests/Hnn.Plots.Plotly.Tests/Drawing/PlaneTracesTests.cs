using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Plotly.Tests.Drawing;

public class PlaneTracesTests
{
    [Fact]
    public void A_line_keeps_its_numbers_colour_and_stroke_and_leaves_a_gap_where_there_is_no_number()
    {
        var trace = Draw.Json(Draw.Line());

        Assert.Equal(("[0,1,2]", "[3,null,5]"), (trace.Raw("x"), trace.Raw("y")));
        Assert.Equal(("#0072B2", "dash"), (trace.At("line.color").GetString(), trace.At("line.dash").GetString()));
    }

    [Fact]
    public void A_stepped_line_holds_each_value_until_the_next_point() =>
        Assert.Equal("hv", Draw.Json(Draw.Line() with { IsStepped = true }).At("line.shape").GetString());

    [Fact]
    public void Many_evenly_spaced_samples_are_told_by_their_first_and_their_distance()
    {
        var times = Enumerable.Range(0, 1000).Select(sample => 5 + (sample * 0.025));

        var trace = Draw.Json(Draw.Line() with { X = [.. times], Y = [.. times] });

        Assert.Equal((5, 0.025), (trace.At("x0").GetDouble(), trace.At("dx").GetDouble()));
        Assert.False(trace.TryGetProperty("x", out _));
    }

    [Fact]
    public void A_coloured_line_is_drawn_by_coloured_beads_on_a_line_of_the_grids_colour()
    {
        var trace = Draw.Json(Draw.Line() with { Coloring = new(Draw.Voltage, [[1.04, 2, 3]]) });

        Assert.Equal(("\"lines+markers\"", "[1,2,3]", "\"coloraxis\""), (trace.Raw("mode"), trace.Raw("marker.color"), trace.Raw("marker.coloraxis")));
        Assert.Equal(Theme.Light.Grid.Hex, trace.At("line.color").GetString());
    }

    [Fact]
    public void A_trace_of_the_right_axis_belongs_to_an_axis_that_lies_over_the_left_one()
    {
        var panel = Draw.Panel(Draw.Line() with { UsesRightAxis = true }) with { Right = new("Rate", "Hz") };

        var figure = Draw.Json(Draw.Figure(panel));

        Assert.Equal("y2", figure.At("data.0.yaxis").GetString());
        Assert.Equal(("y", "right", "Rate (Hz)"), (figure.At("layout.yaxis2.overlaying").GetString(), figure.At("layout.yaxis2.side").GetString(), figure.At("layout.yaxis2.title.text").GetString()));
    }

    [Theory]
    [InlineData(Marker.Circle, "circle"), InlineData(Marker.Triangle, "triangle-up"), InlineData(Marker.Square, "square")]
    [InlineData(Marker.Diamond, "diamond"), InlineData(Marker.Cross, "x-thin-open"), InlineData(Marker.Bar, "line-ns-open")]
    public void A_point_has_the_form_of_its_marker(Marker marker, string symbol)
    {
        var trace = Draw.Json(Draw.Points() with { Marker = marker });

        Assert.Equal(("markers", symbol, 5), (trace.At("mode").GetString(), trace.At("marker.symbol").GetString(), trace.At("marker.size").GetDouble()));
    }

    [Fact]
    public void Points_say_their_labels_or_else_their_coordinates_with_units()
    {
        var (labelled, plain) = (Draw.Json(Draw.Points() with { Labels = ["a <b>", "c", "d"] }), Draw.Json(Draw.Points()));

        Assert.Equal(("""["a &lt;b&gt;","c","d"]""", "%{text}<extra></extra>"), (labelled.At("text").ToString(), labelled.At("hovertemplate").GetString()));
        Assert.Equal("%{x} ms, %{y} nAm", plain.At("hovertemplate").GetString());
    }

    [Fact]
    public void The_bars_of_a_histogram_fill_their_intervals()
    {
        var trace = Draw.Json(Draw.Histogram());

        Assert.Equal(("bar", "[5,20]", "[10,20]", "[4,2]"), (trace.At("type").GetString(), trace.Raw("x"), trace.Raw("width"), trace.Raw("y")));
    }

    [Fact]
    public void Inverted_bars_hang_from_zero_in_a_stack_of_their_own_and_say_their_count_without_a_sign()
    {
        var figure = Draw.Json(Draw.Figure(Draw.Panel(Draw.Histogram() with { IsInverted = true })));

        Assert.Equal(("[-4,-2]", "[4,2]", "%{customdata} nAm"), (figure.Raw("data.0.y"), figure.Raw("data.0.customdata"), figure.At("data.0.hovertemplate").GetString()));
        Assert.Equal("relative", figure.At("layout.barmode").GetString());
    }

    [Fact]
    public void A_heat_map_has_its_numbers_as_fine_as_colours_can_show_and_blanks_for_what_is_none()
    {
        var trace = Draw.Json(Draw.Map());

        Assert.Equal(("heatmap", "[[0,10],[20,null],[30,40]]"), (trace.At("type").GetString(), trace.Raw("z")));
        Assert.False(trace.TryGetProperty("texttemplate", out _));
    }

    [Fact]
    public void A_heat_map_can_write_its_numbers_into_the_cells_with_three_digits()
    {
        var trace = Draw.Json(Draw.Map() with { ShowsNumbers = true });

        Assert.Equal(("""[["0","10"],["20",""],["30","40"]]""", "%{text}"), (trace.Raw("text"), trace.At("texttemplate").GetString()));
    }

    [Fact]
    public void A_band_goes_along_its_upper_side_and_back_along_its_lower()
    {
        var trace = Draw.Json(new BandTrace { Name = "range", Color = Color.FromHex("#0072B2"), Opacity = 0.3, X = [0, 1, 2], Lower = [1, double.NaN, 3], Upper = [4, 5, 6] });

        Assert.Equal(("[0,2,2,0]", "[4,6,3,1]", "toself"), (trace.Raw("x"), trace.Raw("y"), trace.At("fill").GetString()));
        Assert.Equal(("#0072B2", 0.3), (trace.At("fillcolor").GetString(), trace.At("opacity").GetDouble()));
    }

    [Fact]
    public void Words_begin_at_their_points()
    {
        var trace = Draw.Json(new TextTrace { Name = "", Color = Color.FromHex("#000000"), X = [1], Y = [2], Texts = ["<p>"] });

        Assert.Equal(("text", "&lt;p&gt;", "top right"), (trace.At("mode").GetString(), trace.At("text.0").GetString(), trace.At("textposition").GetString()));
    }
}
