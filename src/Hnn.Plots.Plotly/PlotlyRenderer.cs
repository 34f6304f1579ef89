using Hnn.Plots.Colors;
using Hnn.Plots.Plotly.Drawing;
using Plotly.NET;
using Node = DynamicObj.DynamicObj;

namespace Hnn.Plots.Plotly;

/// <summary>Turns figures into Plotly charts that show what the static pictures show, in the same places.</summary>
public static class PlotlyRenderer
{
    /// <summary>Draws a figure.</summary>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="theme">Ground and ink. Default: <see cref="Theme.Light"/>.</param>
    /// <returns>The chart, to be shown or changed with Plotly.NET. Its height is fixed, its width that of its place.</returns>
    /// <exception cref="ArgumentException">The figure has no panel, or a panel in space holds anything but lines and points.</exception>
    /// <remarks>
    /// Numbers are rounded to what can be seen: times to the microsecond, other positions to a hundred-thousandth of their range, colours to 250 shades or more.
    /// The frames of a figure live in the layout's <c>meta</c>: pages and notebooks made by this library show them, while the pages of Plotly.NET itself show one.
    /// </remarks>
    public static GenericChart ToChart(Figure figure, Theme? theme = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Panels.IsDefaultOrEmpty)
            throw new ArgumentException("The figure has no panel, so there is nothing to draw. Make it with at least one panel.", nameof(figure));

        var (grid, colors) = (new ChartGrid(figure), theme ?? Theme.Light);
        var layout = ChartLayout.Of(figure, grid, colors);
        if (ChartFrames.Of(figure, grid) is { } frames)
            layout.With(("meta", new Node().With((ChartFrames.Key, frames))));
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(useDefaults: false, grid.Panels.SelectMany(place => Draw(place, figure, colors)).ToArray()));
    }

    /// <summary>Draws a figure as JSON for plotly.js: <c>data</c>, <c>layout</c>, <c>config</c>, and <c>frames</c> if it changes. Notebooks call this <c>application/vnd.plotly.v1+json</c>.</summary>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="theme">Ground and ink. Default: <see cref="Theme.Light"/>.</param>
    /// <exception cref="ArgumentException">The figure has no panel, or a panel in space holds anything but lines and points.</exception>
    public static string ToJson(Figure figure, Theme? theme = null) => ChartJson.Of(ToChart(figure, theme));

    private static IEnumerable<Trace> Draw(PanelPlace place, Figure figure, Theme theme)
    {
        var frame = figure.Frames?.Shown ?? 0;
        if (place.Panel.Z is not null)
            return place.Panel.Traces.Select(new SpaceTraces(place, theme, frame).Draw);
        return place.Panel.Traces.Select(new PlaneTraces(place, theme, frame, HoverText.IsShared(figure)).Draw);
    }
}
