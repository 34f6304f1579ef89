using Hnn.Plots.Traces;

namespace Hnn.Plots.Plotly.Tests.Drawing;

public class SpaceTracesTests
{
    [Fact]
    public void A_coloured_line_in_space_has_the_colours_of_the_frame_that_is_shown()
    {
        var trace = Draw.Json(Draw.Film()).At("data.0");

        Assert.Equal(("scatter3d", "lines", "scene"), (trace.At("type").GetString(), trace.At("mode").GetString(), trace.At("scene").GetString()));
        Assert.Equal(("[0,5,10]", "[11,12,13]", "coloraxis"), (trace.Raw("z"), trace.Raw("line.color"), trace.At("line.coloraxis").GetString()));
    }

    [Fact]
    public void Coloured_points_in_space_have_the_colours_of_the_frame_that_is_shown()
    {
        var trace = Draw.Json(Draw.Film()).At("data.1");

        Assert.Equal(("markers", "[14,15,16]"), (trace.At("mode").GetString(), trace.Raw("marker.color")));
    }

    [Fact]
    public void The_six_marks_are_six_symbols_in_space()
    {
        var symbols = Enum.GetValues<Marker>().Select(marker =>
            Draw.Json(Draw.Figure(Draw.Space(Draw.Points() with { Z = [0, 0, 0], Marker = marker }))).At("data.0.marker.symbol").GetString());

        Assert.Equal(6, symbols.Distinct().Count());
    }

    [Fact]
    public void Only_lines_and_points_can_be_drawn_in_space()
    {
        var error = Assert.Throws<ArgumentException>(() => Draw.Json(Draw.Figure(Draw.Space(Draw.Histogram()))));

        Assert.Contains("Use lines and points", error.Message, StringComparison.Ordinal);
    }
}
