using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;
using Plotly.NET;
using Marker = Plotly.NET.TraceObjects.Marker;
using Trace = Hnn.Plots.Traces.Trace;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>The traces of a panel in space.</summary>
/// <param name="place">The panel.</param>
/// <param name="theme">Ground and ink.</param>
/// <param name="frame">Index of the frame that is shown first.</param>
internal sealed class SpaceTraces(PanelPlace place, Theme theme, int frame)
{
    // What is drawn in space looks thinner as a stroke and larger as a mark than in the plane.
    private const double StrokeScale = 2;
    private const double MarkScale = 0.65;

    private readonly Panel _panel = place.Panel;

    public Trace3D Draw(Trace trace) => trace switch
    {
        LineTrace line => Draw(line),
        PointTrace points => Draw(points),
        _ => throw new ArgumentException($"A {trace.GetType().Name} cannot be drawn in space. Use lines and points.", nameof(trace)),
    };

    private Trace3D Draw(LineTrace line) => Scatter(line, line.X, line.Y, line.Z).With(
        ("mode", "lines"),
        ("line", Colored(new Line(), line, line.Coloring).With(("width", StrokeScale * line.Width), ("dash", Names.DashOf(line.Style)))),
        ("hovertemplate", HoverText.Of([], Coordinates)));

    private Trace3D Draw(PointTrace points) => Scatter(points, points.X, points.Y, points.Z).With(
        ("mode", "markers"),
        ("marker", Colored(new Marker(), points, points.Coloring).With(("size", MarkScale * points.Size), ("symbol", Names.SymbolInSpace(points.Marker)), ("line", new Line().With(("width", 0))))),
        ("text", points.Labels.IsDefaultOrEmpty ? null : points.Labels.Select(Nodes.Text).ToArray()),
        ("hovertemplate", HoverText.Of(points.Labels, Coordinates, HoverText.Shade("marker.color", points.Coloring?.Scale))));

    private string Coordinates => string.Join(", ", HoverText.Number("x", _panel.X), HoverText.Number("y", _panel.Y), HoverText.Number("z", _panel.Z!));

    private Trace3D Scatter(Trace trace, IReadOnlyCollection<double> x, IReadOnlyCollection<double> y, IReadOnlyCollection<double> z) => new Trace3D("scatter3d").With(
        ("name", Nodes.Text(trace.Name)),
        ("opacity", trace.Opacity),
        ("scene", "scene" + place.Suffix),
        ("legend", "legend" + place.Suffix),
        ("showlegend", PanelData.InLegend(_panel).Contains(trace)),
        ("x", Rounding.Positions(x, _panel.X)),
        ("y", Rounding.Positions(y, _panel.Y)),
        ("z", Rounding.Positions(z, _panel.Z!)));

    private T Colored<T>(T node, Trace trace, Coloring? coloring)
        where T : DynamicObj.DynamicObj => coloring is null
            ? node.With(("color", theme.Adapt(trace.Color).Hex))
            : node.With(("color", Rounding.Shades(coloring.In(frame), coloring.Scale)), ("coloraxis", place.ColorAxis(coloring.Scale)));
}
