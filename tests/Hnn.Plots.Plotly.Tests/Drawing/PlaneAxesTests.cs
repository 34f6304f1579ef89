namespace Hnn.Plots.Plotly.Tests.Drawing;

public class PlaneAxesTests
{
    [Fact]
    public void Axes_bear_quantity_unit_and_range()
    {
        var axis = Layout(Draw.Panel(Draw.Line())).GetProperty("xaxis");

        Assert.Equal(("Time (ms)", "[0,170]"), (axis.At("title.text").GetString(), axis.Raw("range")));
    }

    [Fact]
    public void A_range_that_is_left_to_the_data_has_a_little_margin_as_in_pictures()
    {
        var range = Layout(Draw.Panel(Draw.Line())).At("yaxis.range");

        // From 3 to 5, and a twentieth more at each end.
        Assert.Equal((2.9, 5.1), (range[0].GetDouble(), range[1].GetDouble()));
    }

    [Fact]
    public void An_axis_can_run_backwards()
    {
        var axis = Layout(Draw.Panel(Draw.Line()) with { Y = new("Depth") { Min = 10, Max = -5 } }).GetProperty("yaxis");

        Assert.Equal("[10,-5]", axis.Raw("range"));
    }

    [Fact]
    public void The_range_of_a_logarithmic_axis_is_told_in_powers_of_ten()
    {
        var axis = Layout(Draw.Panel(Draw.Points()) with { X = new("Rate", "Hz") { IsLogarithmic = true, Min = 1, Max = 1000 } }).GetProperty("xaxis");

        Assert.Equal(("log", "[0,3]"), (axis.At("type").GetString(), axis.Raw("range")));
    }

    [Fact]
    public void Marks_can_have_texts_of_their_own()
    {
        var axis = Layout(Draw.Panel(Draw.Points()) with { Y = new("") { Ticks = [new(3, "L2 <b>"), new(4, "L5")] } }).GetProperty("yaxis");

        Assert.Equal(("[3,4]", "L2 &lt;b&gt;"), (axis.Raw("tickvals"), axis.At("ticktext.0").GetString()));
    }

    [Fact]
    public void An_axis_that_shows_magnitudes_writes_no_minus()
    {
        var axis = Layout(Draw.Panel(Draw.Points() with { Y = [-20, 0, 20] }) with { Y = new("Spikes") { ShowsMagnitude = true } }).GetProperty("yaxis");

        Assert.Equal(("[-20,-10,0,10,20]", """["20","10","0","10","20"]"""), (axis.Raw("tickvals"), axis.Raw("ticktext")));
    }

    [Fact]
    public void Panels_that_share_X_move_together_and_only_the_lowest_is_labelled()
    {
        var upper = Draw.Panel(Draw.Line()) with { X = new("Time", "ms") };
        var layout = Draw.Json(Figure.Rows(Draw.Figure(upper), Draw.Figure(Draw.Panel(Draw.Histogram()))).WithSharedX()).GetProperty("layout");

        Assert.Equal(("x", "[0,170]"), (layout.At("xaxis2.matches").GetString(), layout.Raw("xaxis.range")));
        Assert.False(layout.At("xaxis.showticklabels").GetBoolean());
        Assert.False(layout.At("xaxis").TryGetProperty("title", out _));
        Assert.Equal("Time (ms)", layout.At("xaxis2.title.text").GetString());
    }

    [Fact]
    public void Panels_that_measure_something_else_keep_their_own_X()
    {
        var (time, frequency) = (Draw.Panel(Draw.Line()), Draw.Panel(Draw.Line()) with { X = new("Frequency", "Hz") { Min = 0, Max = 1000 } });
        var layout = Draw.Json(Figure.Rows(Draw.Figure(time), Draw.Figure(frequency), Draw.Figure(time)).WithSharedX()).GetProperty("layout");

        Assert.Equal(("[0,1000]", "x"), (layout.Raw("xaxis2.range"), layout.At("xaxis3.matches").GetString()));
        Assert.False(layout.At("xaxis2").TryGetProperty("matches", out _));
        Assert.Equal("Frequency (Hz)", layout.At("xaxis2.title.text").GetString());
    }

    [Fact]
    public void With_equal_scales_a_unit_is_as_long_on_both_axes()
    {
        var layout = Layout(Draw.Panel(Draw.Points()) with { HasEqualScales = true });

        Assert.Equal(("x", 1, "domain"), (layout.At("yaxis.scaleanchor").GetString(), layout.At("yaxis.scaleratio").GetDouble(), layout.At("xaxis.constrain").GetString()));
    }

    [Fact]
    public void Behind_a_heat_map_there_is_no_grid()
    {
        var layout = Layout(Draw.Panel(Draw.Map()));

        Assert.False(layout.At("xaxis.showgrid").GetBoolean());
        Assert.Equal("[-0.5,2.5]", layout.Raw("yaxis.range"));
    }

    private static System.Text.Json.JsonElement Layout(Panel panel) => Draw.Json(Draw.Figure(panel)).GetProperty("layout");
}
