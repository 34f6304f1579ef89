using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using PlotlyLegend = Plotly.NET.LayoutObjects.Legend;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>All of a chart but its traces.</summary>
internal static class ChartLayout
{
    /// <summary>Margins, axes, headings, legends and colour bars.</summary>
    public static Layout Of(Figure figure, ChartGrid grid, Theme theme)
    {
        var layout = new Layout().With(
            ("template", ChartTheme.Of(theme, grid)),
            ("height", grid.WholeHeight),
            ("margin", new Margin().With(("l", grid.Left), ("r", grid.Right), ("t", grid.Top), ("b", grid.Bottom), ("pad", 0))),
            ("showlegend", true),
            ("barmode", "relative"),
            ("bargap", 0),
            ("hovermode", HoverText.IsShared(figure) ? "x unified" : "closest"));
        foreach (var place in grid.Panels)
        {
            if (place.Panel.Z is null)
                PlaneAxes.AddTo(layout, place, grid);
            else
                SpaceScene.AddTo(layout, place, grid);
            AddSide(layout, place, grid);
        }

        Annotation[] texts = [.. CaptionOf(figure, grid), .. grid.Panels.Where(place => place.Panel.Title.Length > 0).Select(place => Heading(place, grid))];
        return layout.With(("annotations", texts));
    }

    /// <summary>The sentence on the frame that is shown, if the figure has such; it is the first annotation.</summary>
    private static Annotation[] CaptionOf(Figure figure, ChartGrid grid) => !ChartGrid.HasCaption(figure) ? [] :
    [
        Words(Nodes.Text(FigurePainter.CaptionOf(figure.Frames!, figure.Frames!.Shown))).With(
            ("x", 0.0), ("xshift", 16 - grid.Left), ("y", 1.0), ("yshift", grid.Top - 8), ("yanchor", "top")),
    ];

    private static Annotation Heading(PanelPlace place, ChartGrid grid) => Words($"<b>{Nodes.Text(place.Panel.Title)}</b>").With(
        ("x", grid.X(place.Frame.Left)), ("y", grid.Y(place.Frame.Heading)), ("yshift", -4), ("yanchor", "bottom"));

    private static Annotation Words(string text) => new Annotation().With(
        ("text", text), ("showarrow", false), ("xref", "paper"), ("yref", "paper"), ("xanchor", "left"), ("align", "left"), ("borderpad", 0));

    // Colour bars first, then the legend.
    private static void AddSide(Layout layout, PanelPlace place, ChartGrid grid)
    {
        var (frame, x) = (place.Frame, place.Frame.BarsX);
        foreach (var scale in place.Scales)
        {
            x += scale.HasBar ? SidePainter.BarGap : 0;
            layout.With((place.ColorAxis(scale), new ColorAxis().With(
                ("cmin", scale.Min),
                ("cmax", scale.Max),
                ("showscale", scale.HasBar),
                ("colorscale", scale.Map.Stops.Select((color, stop) => new object[] { Math.Round((double)stop / (scale.Map.Stops.Length - 1), 4), color.Hex }).ToArray()),
                ("colorbar", ColorBarOf(scale, grid.X(x), grid, frame)))));
            x += scale.HasBar ? PanelLayout.BarWidth(PanelScales.Bar(scale, frame.Bottom, frame.Top)) : 0;
        }

        layout.With(("legend" + place.Suffix, new PlotlyLegend().With(
            ("x", grid.X(frame.LegendAt.X)), ("xanchor", "left"), ("y", grid.Y(frame.LegendAt.Y)), ("yanchor", "top"), ("traceorder", "normal"),
            ("orientation", frame.LegendAt.Y < frame.Top ? "h" : "v"), ("bgcolor", "rgba(0,0,0,0)"), ("itemwidth", 30))));
    }

    private static ColorBar ColorBarOf(ColorScale scale, double x, ChartGrid grid, PanelLayout frame)
    {
        var (bottom, top) = (grid.Y(frame.Bottom), grid.Y(frame.Top));
        return new ColorBar().WithTicks(scale.Axis.Ticks).With(
            ("title", new Title().With(("text", Nodes.Text(scale.Axis.Label)))),
            ("x", x), ("xanchor", "left"), ("y", (top + bottom) / 2), ("yanchor", "middle"), ("len", top - bottom));
    }
}
