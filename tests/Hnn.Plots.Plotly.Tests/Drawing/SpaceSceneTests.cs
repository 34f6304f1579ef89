using Hnn.Plots.Traces;

namespace Hnn.Plots.Plotly.Tests.Drawing;

public class SpaceSceneTests
{
    private static readonly PointTrace Corners = Draw.Points() with { X = [0, 100], Y = [0, 200], Z = [0, 1000] };

    [Fact]
    public void With_equal_scales_the_sides_of_the_box_are_as_their_ranges()
    {
        var sides = Draw.Json(Draw.Figure(Draw.Space(Corners))).At("layout.scene.aspectratio");

        Assert.Equal(2, sides.At("y").GetDouble() / sides.At("x").GetDouble(), 0.01);
        Assert.Equal(10, sides.At("z").GetDouble() / sides.At("x").GetDouble(), 0.01);
    }

    [Fact]
    public void Without_them_the_box_is_a_cube()
    {
        var sides = Draw.Json(Draw.Figure(Draw.Space(Corners) with { HasEqualScales = false })).At("layout.scene.aspectratio");

        Assert.Equal(sides.Raw("x"), sides.Raw("z"));
    }

    [Fact]
    public void The_eye_stands_where_the_view_says_and_sees_along_parallel_lines()
    {
        var camera = Draw.Json(Draw.Figure(Draw.Space(Corners) with { View = new(Azimuth: -90, Elevation: 30) })).At("layout.scene.camera");

        var (x, y, z) = (camera.At("eye.x").GetDouble(), camera.At("eye.y").GetDouble(), camera.At("eye.z").GetDouble());
        Assert.Equal(0, x);
        Assert.Equal(Math.Tan(Math.PI / 6), z / -y, 1e-3);
        Assert.Equal("orthographic", camera.At("projection.type").GetString());
    }

    [Fact]
    public void Its_axes_bear_units_and_the_range_of_the_data()
    {
        var axis = Draw.Json(Draw.Figure(Draw.Space(Corners))).At("layout.scene.zaxis");

        Assert.Equal(("Depth (µm)", "[0,1000]"), (axis.At("title.text").GetString(), axis.Raw("range")));
    }

    [Fact]
    public void An_axis_along_which_all_points_lie_at_one_place_is_as_long_as_in_the_static_picture()
    {
        var flat = Corners with { Y = [200, 200] };

        var range = Draw.Json(Draw.Figure(Draw.Space(flat))).Raw("layout.scene.yaxis.range");

        // A tenth of the number to both sides.
        Assert.Equal("[180,220]", range);
    }

    [Fact]
    public void A_second_panel_in_space_has_a_scene_of_its_own()
    {
        var figure = Draw.Json(Figure.Columns(Draw.Figure(Draw.Space(Corners)), Draw.Figure(Draw.Space(Corners))));

        Assert.Equal("scene2", figure.At("data.1.scene").GetString());
        Assert.InRange(figure.At("layout.scene2.domain.x.0").GetDouble(), figure.At("layout.scene.domain.x.1").GetDouble(), 1);
    }
}
