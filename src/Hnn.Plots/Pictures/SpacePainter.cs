using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>Draws a panel in space: a box with three axes, and the traces from far to near. Parallel lines stay parallel.</summary>
internal sealed class SpacePainter
{
    private readonly Panel _panel;
    private readonly PanelLayout _layout;
    private readonly Brush _brush;
    private readonly Projection _projection;

    public SpacePainter(Panel panel, PanelLayout layout, Brush brush)
    {
        (_panel, _layout, _brush) = (panel, layout, brush);
        _projection = new Projection(panel, layout);
    }

    public void Paint()
    {
        PaintBox();
        // A stable order: what lies equally far is drawn as it was given.
        foreach (var (_, draw) in _panel.Traces.SelectMany(Parts).OrderBy(part => part.Nearness))
            draw();
    }

    private void PaintBox()
    {
        foreach (var (from, to) in _projection.Edges())
            _brush.Canvas.Line([from, to], _brush.GridPen);
        foreach (var (axis, anchor, ends, label) in _projection.Axes())
        {
            foreach (var (text, at) in ends)
                _brush.Write(text, at, _brush.Words(anchor) with { Size = 11 });
            _brush.Write(axis.Label, label, _brush.Words(anchor));
        }
    }

    private IEnumerable<(double Nearness, Action Draw)> Parts(Trace trace) => trace switch
    {
        LineTrace line => Parts(line),
        PointTrace points => Parts(points),
        _ => throw new ArgumentException($"A {trace.GetType().Name} cannot be drawn in space. Use lines and points.", nameof(trace)),
    };

    private IEnumerable<(double Nearness, Action Draw)> Parts(LineTrace line)
    {
        var spots = Enumerable.Range(0, line.X.Length).Select(point => _projection.Of(line.X[point], line.Y[point], line.Z[point])).ToArray();
        var color = _brush.Theme.Adapt(line.Color);
        for (var point = 1; point < spots.Length; point++)
        {
            if (spots[point - 1] is not { } from || spots[point] is not { } to)
                continue;
            var nearness = (from.Nearness + to.Nearness) / 2;
            var pen = new Pen(line.Coloring is { } coloring ? coloring.Scale.ColorOf(coloring.In(_brush.Frame)[point]) : color, line.Width, line.Opacity, line.Style);
            if (line.Coloring is null)
                yield return (nearness, () => _brush.Canvas.Line([from.Spot, to.Spot], pen));
            else
                yield return (nearness, () => _brush.EdgedLine([from.Spot, to.Spot], pen));
        }
    }

    private IEnumerable<(double Nearness, Action Draw)> Parts(PointTrace points)
    {
        var values = points.Coloring?.In(_brush.Frame);
        var color = _brush.Theme.Adapt(points.Color);
        for (var point = 0; point < points.X.Length; point++)
        {
            if (_projection.Of(points.X[point], points.Y[point], points.Z[point]) is not { } at)
                continue;
            var drawn = values is { } each ? points.Coloring!.Scale.ColorOf(each[point]) : color;
            if (values is null)
                yield return (at.Nearness, () => _brush.Canvas.Mark(points.Marker, at.Spot, points.Size, drawn, points.Opacity));
            else
                yield return (at.Nearness, () => _brush.EdgedMark(points.Marker, at.Spot, points.Size, drawn, points.Opacity));
        }
    }
}
