using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>The axes of a panel in a plane, with the ranges and marks of the static picture.</summary>
internal static class PlaneAxes
{
    private const double Margin = 0.05;

    /// <summary>Adds the axes to a layout.</summary>
    public static void AddTo(Layout layout, PanelPlace place, ChartGrid grid)
    {
        var (panel, frame, suffix) = (place.Panel, place.Frame, place.Suffix);
        var hasMap = panel.Traces.Any(trace => trace is HeatmapTrace);
        var (left, bottom) = (new[] { grid.X(frame.Left), grid.X(frame.Right) }, new[] { grid.Y(frame.Bottom), grid.Y(frame.Top) });

        var x = Drawn(Horizontal(place), pixelsPerTick: 90, hasMap).With(("anchor", "y" + suffix), ("domain", left), ("matches", Matched(place, grid)));
        if (!frame.IsLowest)
        {
            x.RemoveProperty("title");
            x.With(("showticklabels", false));
        }

        var y = Drawn(Vertical(panel, frame, hasMap), pixelsPerTick: 40, hasMap).With(("anchor", "x" + suffix), ("domain", bottom));
        if (panel.HasEqualScales)
        {
            x.With(("constrain", "domain"));
            y.With(("constrain", "domain"), ("scaleanchor", "x" + suffix), ("scaleratio", 1));
        }

        layout.With(("xaxis" + suffix, x), ("yaxis" + suffix, y));
        if (panel.Right is { } right)
        {
            var scale = new AxisScale(right, PanelData.Vertical(panel, right: true), Margin, frame.Bottom, frame.Top);
            layout.With(("yaxis" + place.RightSuffix, Drawn(scale, pixelsPerTick: 40, hasMap).With(
                ("anchor", "x" + suffix), ("overlaying", "y" + suffix), ("side", "right"), ("showgrid", false))));
        }
    }

    private static LinearAxis Drawn(AxisScale scale, double pixelsPerTick, bool hasMap)
    {
        var axis = new LinearAxis().With(
            ("title", new Title().With(("text", Nodes.Text(scale.Axis.Label)))),
            ("range", new[] { scale.Low, scale.High }),
            ("type", scale.Axis.IsLogarithmic ? "log" : "linear"),
            ("exponentformat", scale.Axis.IsLogarithmic ? "none" : null));
        if (hasMap)
            axis.With(("showgrid", false));

        // Plotly has no format without a sign, so these marks stay where they are.
        return axis.WithTicks(scale.Axis.ShowsMagnitude ? scale.Ticks(pixelsPerTick) : scale.Axis.Ticks);
    }

    // The range of panels below each other holds the data of all of them.
    private static AxisScale Horizontal(PanelPlace place)
    {
        var (panel, frame) = (place.Panel, place.Frame);
        var axis = panel.X with { Min = panel.X.Min ?? First(other => other.X.Min), Max = panel.X.Max ?? First(other => other.X.Max) };
        return new AxisScale(axis, frame.Column.SelectMany(PanelData.Horizontal), panel.HasEqualScales ? Margin : 0, frame.Left, frame.Right);

        double? First(Func<Panel, double?> limit) => frame.Column.Select(limit).FirstOrDefault(value => value is not null);
    }

    private static AxisScale Vertical(Panel panel, PanelLayout frame, bool hasMap) =>
        new(panel.Y, PanelData.Vertical(panel, right: false), hasMap ? 0 : Margin, frame.Bottom, frame.Top);

    private static string? Matched(PanelPlace place, ChartGrid grid)
    {
        var first = grid.Panels.First(other => ReferenceEquals(other.Panel, place.Frame.Column[0]));
        return ReferenceEquals(first, place) ? null : "x" + first.Suffix;
    }
}
