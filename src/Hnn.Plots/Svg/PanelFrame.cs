using System.Collections.Immutable;

namespace Hnn.Plots.Svg;

/// <summary>Where a panel's axes lie in a picture and how its numbers become pixels.</summary>
internal sealed class PanelFrame
{
    private const int Ticks = 6;

    // Pixels are rounded to quarters: finer than any eye, coarse enough to keep the text short and the same everywhere.
    private const double Resolution = 4;

    private readonly (double Low, double High) _x;
    private readonly (double Low, double High) _y;

    public PanelFrame(Panel panel, double width, double legendWidth, double top, double height)
    {
        (Left, Right, Top, Bottom) = (80, width - legendWidth, top + 30, top + height - 54);
        _x = RangeOf(panel.X, panel.Traces.SelectMany(Horizontal), margin: 0);
        _y = RangeOf(panel.Y, Vertical(panel), margin: 0.05);
        (XTicks, YTicks) = (TicksIn(_x), TicksIn(_y));
    }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public ImmutableArray<double> XTicks { get; }

    public ImmutableArray<double> YTicks { get; }

    public double X(double value) => Pixel(Left + ((value - _x.Low) / (_x.High - _x.Low) * (Right - Left)));

    public double Y(double value) => Pixel(Bottom - ((value - _y.Low) / (_y.High - _y.Low) * (Bottom - Top)));

    private static double Pixel(double position) => Math.Round(position * Resolution) / Resolution;

    private static IEnumerable<double> Horizontal(Trace trace) => trace switch
    {
        LineTrace line => line.X,
        PointTrace points => points.X,
        HistogramTrace histogram => histogram.Edges,
        _ => [],
    };

    private static IEnumerable<double> Vertical(Panel panel)
    {
        var bars = panel.Traces.OfType<HistogramTrace>().SelectMany(histogram => histogram.Counts.Select((count, bar) => (bar, count)));
        var stacks = bars.GroupBy(entry => entry.bar, entry => entry.count).Select(stack => stack.Sum()).ToArray();
        var drawn = panel.Traces.SelectMany(trace => trace switch { LineTrace line => line.Y, PointTrace points => points.Y, _ => [] });
        return drawn.Concat(stacks.Length > 0 ? stacks.Append(0) : []);
    }

    private static (double Low, double High) RangeOf(Axis axis, IEnumerable<double> values, double margin)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (finite.Min(), finite.Max());
        var extra = high > low ? (high - low) * margin : Math.Max(0.5, Math.Abs(high) * 0.1);
        return (axis.Min ?? (low == 0 ? 0 : low - extra), axis.Max ?? (high == 0 && low < 0 ? 0 : high + extra));
    }

    // Steps of 1, 2 or 5 times a power of ten.
    private static ImmutableArray<double> TicksIn((double Low, double High) range)
    {
        var rough = (range.High - range.Low) / Ticks;
        if (!(rough > 0))
            return [];
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        var first = (long)Math.Ceiling(range.Low / step);
        var last = (long)Math.Floor(range.High / step);
        return [.. Enumerable.Range(0, (int)(last - first + 1)).Select(k => (first + k) * step)];
    }
}
