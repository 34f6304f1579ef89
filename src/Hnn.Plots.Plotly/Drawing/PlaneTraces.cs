using System.Collections.Immutable;
using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;
using Plotly.NET;
using Color = Hnn.Plots.Colors.Color;
using Marker = Plotly.NET.TraceObjects.Marker;
using Trace = Hnn.Plots.Traces.Trace;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>The traces of a panel in a plane.</summary>
/// <param name="place">The panel.</param>
/// <param name="theme">Ground and ink.</param>
/// <param name="frame">Index of the frame that is shown first.</param>
/// <param name="isShared">Whether one box tells the values of all lines at a time.</param>
internal sealed class PlaneTraces(PanelPlace place, Theme theme, int frame, bool isShared)
{
    private readonly Panel _panel = place.Panel;

    public Trace2D Draw(Trace trace) => trace switch
    {
        LineTrace line => Draw(line),
        PointTrace points => Draw(points),
        HistogramTrace histogram => Draw(histogram),
        HeatmapTrace map => Draw(map),
        BandTrace band => Draw(band),
        TextTrace text => Draw(text),
        _ => throw new ArgumentException($"A {trace.GetType().Name} cannot be drawn by Plotly. Add it to {nameof(PlaneTraces)}.", nameof(trace)),
    };

    private Trace2D Draw(LineTrace line)
    {
        var drawn = Scatter(line, line.X, line.Y).With(("mode", "lines"), ("line", Stroke(line)), ("hovertemplate", Hover([], Vertical(line))));
        if (line.Coloring is not { } coloring)
            return drawn;

        // Plotly strokes a line in one colour: here its points carry the colours, on a thin line.
        var beads = Shaded(coloring).With(("size", Math.Max(line.Width + 2, 4)));
        return drawn.With(("mode", "lines+markers"), ("line", Stroke(line).With(("color", theme.Grid.Hex))), ("marker", beads), ("hovertemplate", Hover([], Vertical(line), coloring)));
    }

    private Trace2D Draw(PointTrace points)
    {
        var marks = points.Coloring is { } coloring ? Shaded(coloring) : new Marker().With(("color", Ink(points)));
        marks.With(("size", points.Size), ("symbol", Names.SymbolOf(points.Marker)));
        if (MarkShape.IsStroked(points.Marker))
            marks.With(("line", new Line().With(("width", MarkShape.StrokeWidth))));
        return Scatter(points, points.X, points.Y).With(
            ("mode", "markers"), ("cliponaxis", false), ("marker", marks), ("text", Words(points.Labels)), ("hovertemplate", Hover(points.Labels, Vertical(points), points.Coloring)));
    }

    private Trace2D Draw(HistogramTrace histogram)
    {
        var (left, right) = (histogram.Edges[..^1], histogram.Edges[1..]);
        return Named(new Trace2D("bar"), histogram).With(
            ("x", Rounding.Positions(left.Zip(right, (from, to) => (from + to) / 2).ToArray(), _panel.X)),
            ("width", Rounding.Positions(left.Zip(right, (from, to) => to - from).ToArray(), _panel.X)),
            ("y", histogram.IsInverted ? histogram.Counts.Select(count => -count).ToArray() : histogram.Counts),
            ("customdata", histogram.IsInverted ? histogram.Counts : null),
            ("marker", new Marker().With(("color", Ink(histogram)), ("line", new Line().With(("width", 0))))),
            ("hovertemplate", Hover([], HoverText.Number(histogram.IsInverted ? "customdata" : "y", Axis(histogram)))));
    }

    private Trace2D Draw(HeatmapTrace map)
    {
        var cells = Thinned.Of(map, _panel);
        return Named(new Trace2D("heatmap"), map).With(
            ("x", Rounding.Positions(cells.X, _panel.X)),
            ("y", Rounding.Positions(cells.Y, Axis(map))),
            ("z", cells.Values.Select(row => Rounding.Shades(row, map.Scale)).ToArray()),
            ("coloraxis", place.ColorAxis(map.Scale)),
            ("text", map.ShowsNumbers ? cells.Values.Select(row => row.Select(NumberText).ToArray()).ToArray() : null),
            ("texttemplate", map.ShowsNumbers ? "%{text}" : null),
            ("hovertemplate", $"{Where("x", _panel.X)}<br>{Where("y", Axis(map))}<br>{HoverText.Shade("z", map.Scale)}<extra></extra>"));
    }

    private Trace2D Draw(BandTrace band)
    {
        var shown = Enumerable.Range(0, band.X.Length).Where(point => double.IsFinite(band.X[point] + band.Lower[point] + band.Upper[point])).ToArray();
        var back = shown.Reverse();
        return Named(new Trace2D("scatter"), band).With(
            ("mode", "lines"),
            ("x", Rounding.Positions([.. shown.Concat(back).Select(point => band.X[point])], _panel.X)),
            ("y", Rounding.Positions([.. shown.Select(point => band.Upper[point]), .. back.Select(point => band.Lower[point])], Axis(band))),
            ("fill", "toself"),
            ("fillcolor", Ink(band)),
            ("line", new Line().With(("width", 0))),
            ("hoverinfo", "skip"));
    }

    private Trace2D Draw(TextTrace text) => Scatter(text, text.X, text.Y).With(
        ("mode", "text"), ("text", Words(text.Texts)), ("textposition", "top right"), ("textfont", new Font().With(("color", Ink(text)))), ("hoverinfo", "skip"));

    private Trace2D Scatter(Trace trace, ImmutableArray<double> x, ImmutableArray<double> y)
    {
        var drawn = Named(new Trace2D("scatter"), trace);
        if (Rounding.EvenlySpaced(x) is var (first, step))
            drawn.With(("x0", first), ("dx", step));
        else
            drawn.With(("x", Rounding.Positions(x, _panel.X)));
        return drawn.With(("y", Rounding.Positions(y, Axis(trace))));
    }

    private Trace2D Named(Trace2D drawn, Trace trace) => drawn.With(
        ("name", Nodes.Text(trace.Name)),
        ("opacity", trace.Opacity),
        ("xaxis", "x" + place.Suffix),
        ("yaxis", "y" + (UsesRight(trace) ? place.RightSuffix : place.Suffix)),
        ("legend", "legend" + place.Suffix),
        ("showlegend", PanelData.InLegend(_panel).Contains(trace)));

    private Marker Shaded(Coloring coloring) => new Marker().With(
        ("color", Rounding.Shades(coloring.In(frame), coloring.Scale)), ("coloraxis", place.ColorAxis(coloring.Scale)));

    private Line Stroke(LineTrace line) => new Line().With(
        ("color", Ink(line)), ("width", line.Width), ("dash", Names.DashOf(line.Style)), ("shape", line.IsStepped ? "hv" : "linear"), ("simplify", false));

    private string Hover(ImmutableArray<string> labels, string vertical, Coloring? coloring = null) =>
        HoverText.Of(labels, isShared ? "" : HoverText.Number("x", _panel.X), vertical, HoverText.Shade("marker.color", coloring?.Scale));

    private string Vertical(Trace trace) => HoverText.Number("y", Axis(trace));

    private static string Where(string variable, Axis axis) => $"{Nodes.Text(axis.Quantity)} {HoverText.Number(variable, axis)}".TrimStart();

    private Axis Axis(Trace trace) => UsesRight(trace) ? _panel.Right! : _panel.Y;

    private bool UsesRight(Trace trace) => trace.UsesRightAxis && _panel.Right is not null;

    private string Ink(Trace trace) => theme.Adapt(trace.Color).Hex;

    private static string[]? Words(ImmutableArray<string> texts) => texts.IsDefaultOrEmpty ? null : [.. texts.Select(Nodes.Text)];

    private static string NumberText(double value) => double.IsFinite(value) ? AxisScale.NumberText(value, digits: 3) : "";
}
