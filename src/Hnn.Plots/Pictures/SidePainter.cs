using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>Draws what stands at a panel's right side: colour bars, then the legend.</summary>
internal static class SidePainter
{
    private const double BarWidth = 14;
    private const int BarSteps = 64;

    public static void Paint(Panel panel, PanelLayout layout, Brush brush)
    {
        var x = layout.Right + PanelLayout.RightAxisSpace(panel);
        foreach (var scale in PanelData.Scales(panel))
        {
            PaintBar(scale, x, layout, brush);
            x += PanelLayout.ColorBarWidth;
        }

        var y = layout.Top + 10;
        foreach (var trace in PanelData.InLegend(panel))
        {
            PaintEntry(trace, x, y, brush);
            y += PanelLayout.LegendRow;
        }
    }

    private static void PaintBar(ColorScale scale, double x, PanelLayout layout, Brush brush)
    {
        var numbers = new AxisScale(scale.Axis with { Min = scale.Min, Max = scale.Max }, [], margin: 0, layout.Bottom, layout.Top);
        brush.Canvas.Image(new PixelGrid(1, BarSteps, (_, row) => scale.Map.At(1 - ((row + 0.5) / BarSteps))), new Spot(x, layout.Top), BarWidth, layout.Height);
        foreach (var tick in numbers.Ticks(pixelsPerTick: 45))
            brush.Canvas.Text(tick.Text, new Spot(x + BarWidth + 5, numbers.Pixel(tick.At) + 4), brush.Words());
        brush.Canvas.Text(scale.Axis.Label, new Spot(x + 76, (layout.Top + layout.Bottom) / 2), brush.Words(TextAnchor.Middle) with { IsUpward = true });
    }

    private static void PaintEntry(Trace trace, double x, double y, Brush brush)
    {
        var color = brush.Theme.Adapt(trace.Color);
        if (trace is LineTrace line)
            brush.Canvas.Line([new(x, y), new(x + 26, y)], new Pen(color, Math.Min(line.Width, 6), line.Opacity, line.Style));
        else if (trace is PointTrace points)
            brush.Canvas.Mark(points.Marker, new Spot(x + 13, y), Math.Max(points.Size, 6), color, points.Opacity);
        else
            brush.Canvas.Rectangle(new Spot(x, y - 6), 26, 12, color, trace.Opacity);
        brush.Canvas.Text(trace.Name, new Spot(x + PanelLayout.LegendIndent, y + 4), brush.Words());
    }
}
