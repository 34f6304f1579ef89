using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>Draws what stands around a panel's frame in a plane and in space alike: heading, colour bars and legend.</summary>
internal static class SidePainter
{
    /// <summary>Width of a colour bar's colours in pixels.</summary>
    public const double BarWidth = 14;

    /// <summary>Pixels left of a colour bar.</summary>
    public const double BarGap = 16;

    private const int BarSteps = 64;

    public static void Paint(Panel panel, PanelLayout layout, Brush brush)
    {
        brush.Write(panel.Title, new Spot(layout.Left, layout.Heading), brush.Words() with { IsBold = true }, layout.Outer - layout.Left - 8);
        var x = layout.BarsX;
        foreach (var scale in PanelData.Bars(panel))
        {
            var numbers = PanelScales.Bar(scale, layout.Bottom, layout.Top);
            x = AxisScale.Rounded(x + BarGap);
            PaintBar(scale, numbers, x, layout, brush);
            x += PanelLayout.BarWidth(numbers);
        }

        foreach (var entry in layout.Legend.Entries)
            PaintEntry(entry, layout.Legend, AxisScale.Rounded(layout.LegendAt.X + entry.X), AxisScale.Rounded(layout.LegendAt.Y + entry.Y), brush);
    }

    private static void PaintBar(ColorScale scale, AxisScale numbers, double x, PanelLayout layout, Brush brush)
    {
        brush.Canvas.Image(new PixelGrid(1, BarSteps, (_, row) => scale.Map.At(1 - ((row + 0.5) / BarSteps))), new Spot(x, layout.Top), BarWidth, layout.Height);
        foreach (var tick in PanelScales.TicksUp(numbers))
            brush.Write(tick.Text, new Spot(x + BarWidth + 5, numbers.Pixel(tick.At) + 4), brush.Words());
        var label = new Spot(AxisScale.Rounded(x + BarWidth + PanelLayout.BarLabelDistance(numbers)), (layout.Top + layout.Bottom) / 2);
        brush.Write(scale.Axis.Label, label, brush.Words(TextAnchor.Middle) with { IsUpward = true }, layout.LabelRoom);
    }

    private static void PaintEntry(LegendEntry entry, Legend legend, double x, double y, Brush brush)
    {
        if (entry.Trace is { } trace)
            PaintSample(trace, x, y, legend.SampleWidth, brush);
        brush.Write(entry.Text, new Spot(x + legend.Indent, y + 4), brush.Words());
    }

    private static void PaintSample(Trace trace, double x, double y, double width, Brush brush)
    {
        var color = brush.Theme.Adapt(trace.Color);
        if (trace is PointTrace points)
            brush.Canvas.Mark(points.Marker, new Spot(x + (width / 2), y), Math.Max(points.Size, 8), color, points.Opacity);
        else if (trace is LineTrace line)
            PaintLine([new(x, y), new(x + width, y)], new Pen(color, Math.Min(line.Width, 6), line.Opacity, line.Style), brush);
        else
            brush.Canvas.Rectangle(new Spot(x, y - 6), width, 12, color, trace.Opacity);
    }

    // A line chosen for the dark ground of a heat map may have the colour of the picture's.
    private static void PaintLine(Spot[] ends, Pen pen, Brush brush)
    {
        if (pen.Color.ContrastTo(brush.Theme.Background) < 1.5)
            brush.EdgedLine(ends, pen);
        else
            brush.Canvas.Line(ends, pen);
    }
}
