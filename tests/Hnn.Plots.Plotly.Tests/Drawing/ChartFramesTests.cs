namespace Hnn.Plots.Plotly.Tests.Drawing;

public class ChartFramesTests
{
    [Fact]
    public void A_frame_holds_nothing_but_the_colours_that_change()
    {
        var frame = Draw.Json(Draw.Film()).At("frames.2");

        Assert.Equal("""{"name":"2","data":[{"line":{"color":[21,22,23]}},{"marker":{"color":[24,25,26]}}],"traces":[0,1]}""", frame.GetRawText());
    }

    [Fact]
    public void A_film_has_a_slider_that_tells_the_time_with_its_unit_and_a_button_that_plays()
    {
        var layout = Draw.Json(Draw.Film()).GetProperty("layout");

        Assert.Equal(("Time: ", " ms", 1), (layout.At("sliders.0.currentvalue.prefix").GetString(), layout.At("sliders.0.currentvalue.suffix").GetString(), layout.At("sliders.0.active").GetInt32()));
        Assert.Equal(["0", "2.5", "5"], layout.At("sliders.0.steps").EnumerateArray().Select(step => step.GetProperty("label").GetString()));
        Assert.Equal("[\"2\"]", layout.Raw("sliders.0.steps.2.args.0"));
        Assert.Equal("null", layout.Raw("updatemenus.0.buttons.0.args.0"));
    }

    [Fact]
    public void What_cannot_be_played_is_chosen_from_a_menu_or_by_a_click_on_the_trace_that_picks()
    {
        var layout = Draw.Json(Draw.Choice()).GetProperty("layout");

        Assert.Equal("""{"shown":0,"label":"Source cell","picks":[0]}""", layout.Raw("meta.hnn"));
        Assert.Equal(("dropdown", 3), (layout.At("updatemenus.0.type").GetString(), layout.At("updatemenus.0.buttons").GetArrayLength()));
        Assert.False(layout.TryGetProperty("sliders", out _));
    }

    [Fact]
    public void Every_frame_has_its_caption_above_the_figure()
    {
        var figure = Draw.Json(Draw.Choice());

        Assert.Equal("none &lt;a&gt;", figure.At("layout.annotations.0.text").GetString());
        Assert.Equal("two", figure.At("frames.2.layout.annotations.0.text").GetString());
    }

    [Fact]
    public void A_long_film_stays_small()
    {
        var colors = Enumerable.Range(0, 100).Select(frame => Enumerable.Range(0, 1000).Select(point => 50 + (50 * Math.Sin(frame + point))).ToArray()).ToArray();
        var points = Draw.Points() with { X = [.. new double[1000]], Y = [.. new double[1000]], Z = [.. new double[1000]], Coloring = new(Draw.Voltage, [.. colors.Select(frame => System.Collections.Immutable.ImmutableArray.Create(frame))]) };

        var json = PlotlyRenderer.ToJson(Draw.Figure(Draw.Space(points)) with { Frames = new() { Axis = new("Time", "ms"), At = [.. Enumerable.Range(0, 100).Select(frame => (double)frame)] } });

        // A hundred thousand colours of at most four letters and a comma, and a little more.
        Assert.InRange(json.Length, 100_000, 540_000);
    }
}
