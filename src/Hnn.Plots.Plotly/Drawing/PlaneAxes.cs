using Hnn.Plots.Pictures;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>The axes of a panel in a plane, with the ranges and marks of the static picture.</summary>
internal static class PlaneAxes
{
    /// <summary>Adds the axes to a layout.</summary>
    public static void AddTo(Layout layout, PanelPlace place, ChartGrid grid)
    {
        var (panel, frame, suffix) = (place.Panel, place.Frame, place.Suffix);
        var hasMap = PanelData.HasMap(panel);
        var (left, bottom) = (new[] { grid.X(frame.Left), grid.X(frame.Right) }, new[] { grid.Y(frame.Bottom), grid.Y(frame.Top) });

        var x = Drawn(PanelScales.Across(panel, frame.Column, frame.Left, frame.Right), scale => PanelScales.TicksAcross(scale, frame.HasUprightTicks), hasMap).With(("anchor", "y" + suffix), ("domain", left), ("matches", Matched(place, grid)));
        if (!frame.IsLowest)
        {
            x.RemoveProperty("title");
            x.With(("showticklabels", false));
        }

        var y = Drawn(PanelScales.Left(panel, frame.Bottom, frame.Top), PanelScales.TicksUp, hasMap).With(("anchor", "x" + suffix), ("domain", bottom));
        if (panel.HasEqualScales)
        {
            x.With(("constrain", "domain"));
            y.With(("constrain", "domain"), ("scaleanchor", "x" + suffix), ("scaleratio", 1));
        }

        layout.With(("xaxis" + suffix, x), ("yaxis" + suffix, y));
        if (panel.Right is { } right)
        {
            var scale = PanelScales.Right(panel, right, frame.Bottom, frame.Top);
            layout.With(("yaxis" + place.RightSuffix, Drawn(scale, PanelScales.TicksUp, hasMap).With(
                ("anchor", "x" + suffix), ("overlaying", "y" + suffix), ("side", "right"), ("showgrid", false))));
        }
    }

    private static LinearAxis Drawn(AxisScale scale, Func<AxisScale, IEnumerable<Tick>> ticks, bool hasMap)
    {
        var axis = new LinearAxis().With(
            ("title", new Title().With(("text", Nodes.Text(scale.Axis.Label)))),
            ("range", new[] { scale.Low, scale.High }),
            ("type", scale.Axis.IsLogarithmic ? "log" : "linear"),
            ("exponentformat", scale.Axis.IsLogarithmic ? "none" : null));
        if (hasMap)
            axis.With(("showgrid", false));

        // Plotly has no format without a sign, so these marks stay where they are.
        return axis.WithTicks(scale.Axis.ShowsMagnitude ? [.. ticks(scale).OrderBy(tick => tick.At)] : scale.Axis.Ticks);
    }

    private static string? Matched(PanelPlace place, ChartGrid grid)
    {
        var first = grid.Panels.First(other => ReferenceEquals(other.Panel, place.Frame.Column[0]));
        return ReferenceEquals(first, place) ? null : "x" + first.Suffix;
    }
}
