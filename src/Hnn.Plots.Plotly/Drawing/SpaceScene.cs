using Hnn.Engine.Cells;
using Hnn.Plots.Pictures;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>The axes of a panel in space and the eye that looks at them: along parallel lines, as in static pictures.</summary>
internal static class SpaceScene
{
    // Far enough to stand outside the box; seen along parallel lines, the distance changes nothing.
    private const double Distance = 2.5;

    // Plotly shows heights from -1 to 1 then, whatever the panel's size.
    private const double HeightShown = 2;

    // Pixels around the box for the axes' numbers and labels.
    private const double Room = 40;

    /// <summary>Adds the scene to a layout.</summary>
    public static void AddTo(Layout layout, PanelPlace place, ChartGrid grid)
    {
        var (panel, frame) = (place.Panel, place.Frame);
        var domain = new Domain().With(("x", new[] { grid.X(frame.Left), grid.X(frame.Right) }), ("y", new[] { grid.Y(frame.Bottom), grid.Y(frame.Top) }));
        var ranges = PanelScales.InSpace(panel);
        layout.With(("scene" + place.Suffix, new Scene().With(
            ("domain", domain),
            ("aspectmode", "manual"),
            ("aspectratio", SidesOf(panel, ranges, frame)),
            ("camera", new Camera().With(("eye", EyeOf(panel.View)), ("projection", new CameraProjection().With(("type", "orthographic"))))),
            ("xaxis", Drawn(panel.X, ranges[0])),
            ("yaxis", Drawn(panel.Y, ranges[1])),
            ("zaxis", Drawn(panel.Z!, ranges[2])))));
    }

    private static LinearAxis Drawn(Axis axis, (double Low, double High) range) => new LinearAxis().WithTicks(axis.Ticks).With(
        ("title", new Title().With(("text", Nodes.Text(axis.Label)))), ("range", new[] { range.Low, range.High }));

    // Sides of the box, as large as its panel allows: in proportion to the ranges with equal scales, otherwise those of a cube.
    private static AspectRatio SidesOf(Panel panel, (double Low, double High)[] ranges, PanelLayout frame)
    {
        var lengths = ranges.Select(range => panel.HasEqualScales ? range.High - range.Low : 1).ToArray();
        var sight = Sight.Of(panel.View);
        var scale = HeightShown / frame.Height * Math.Min((frame.Width - (2 * Room)) / Extent(sight.Right), (frame.Height - (2 * Room)) / Extent(sight.Up));
        return new AspectRatio().With(("x", Rounded(scale * lengths[0])), ("y", Rounded(scale * lengths[1])), ("z", Rounded(scale * lengths[2])));

        double Extent(Point3 direction) => Math.Abs(lengths[0] * direction.X) + Math.Abs(lengths[1] * direction.Y) + Math.Abs(lengths[2] * direction.Z);
    }

    private static CameraEye EyeOf(View view)
    {
        var eye = Sight.Of(view).TowardsEye;
        return new CameraEye().With(("x", Rounded(Distance * eye.X)), ("y", Rounded(Distance * eye.Y)), ("z", Rounded(Distance * eye.Z)));
    }

    private static double Rounded(double part) => Math.Round(part, 4);
}
