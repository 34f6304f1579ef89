using Hnn.Plots.Colors;

namespace Hnn.Plots.Pictures;

/// <summary>The scales of a panel's axes between given pixels, and the marks on them.</summary>
internal static class PanelScales
{
    private const double Margin = 0.05;
    private const double LineOfText = 15;

    // What is divided by a smaller one leaves the range of double.
    private const double LeastRange = 1e-300;

    public static AxisScale Left(Panel panel, double bottom, double top) =>
        new(panel.Y, PanelData.Vertical(panel, right: false), PanelData.HasMap(panel) ? 0 : Margin, bottom, top);

    public static AxisScale Right(Panel panel, Axis axis, double bottom, double top) => new(axis, PanelData.Vertical(panel, right: true), Margin, bottom, top);

    /// <summary>The horizontal scale.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="column">The panels with the same range, itself among them. Ends that some of them fix are those of all; where they fix different ones, the widest range holds.</param>
    /// <param name="left">Pixel where the axis begins.</param>
    /// <param name="right">Pixel where it ends.</param>
    public static AxisScale Across(Panel panel, Panel[] column, double left, double right)
    {
        var axis = panel.X with { Min = column.Min(other => other.X.Min), Max = column.Max(other => other.X.Max) };
        return new AxisScale(axis, column.SelectMany(PanelData.Horizontal), panel.HasEqualScales ? Margin : 0, left, right);
    }

    public static AxisScale Bar(ColorScale scale, double bottom, double top) => new(scale.Axis with { Min = scale.Min, Max = scale.Max }, [], margin: 0, bottom, top);

    /// <summary>Where the three axes of a panel in space begin and end; an axis without a length to speak of goes some way to both sides.</summary>
    public static (double Low, double High)[] InSpace(Panel panel)
    {
        return [RangeOf(panel.X, PanelData.Horizontal(panel)), RangeOf(panel.Y, PanelData.Vertical(panel, right: false)), RangeOf(panel.Z!, PanelData.Depth(panel))];

        static (double Low, double High) RangeOf(Axis axis, IEnumerable<double> values)
        {
            var shown = values.Where(CanShow).DefaultIfEmpty().ToArray();
            var (low, high) = (axis.Min ?? shown.Min(), axis.Max ?? shown.Max());
            var extra = Math.Max(0.5, Math.Abs(low) * 0.1);
            return high - low >= LeastRange ? (low, high) : (low - extra, low + extra);
        }
    }

    /// <summary>Whether a number has a place in space.</summary>
    public static bool CanShow(double value) => Math.Abs(value) < AxisScale.Greatest;

    /// <summary>The marks of a horizontal axis.</summary>
    /// <param name="scale">Its scale.</param>
    /// <param name="upright">Whether their texts run upwards, so that they need less room.</param>
    public static IEnumerable<Tick> TicksAcross(AxisScale scale, bool upright) => scale.Ticks(pixelsPerTick: 80, text => upright ? LineOfText : InterFont.RoomFor(text) + 8);

    /// <summary>The marks of a vertical axis.</summary>
    public static IEnumerable<Tick> TicksUp(AxisScale scale) => scale.Ticks(pixelsPerTick: 40, _ => LineOfText);

    /// <summary>Room for the widest text among the marks of a vertical axis.</summary>
    public static double WidestTick(AxisScale scale) => TicksUp(scale).Select(tick => InterFont.RoomFor(tick.Text)).DefaultIfEmpty().Max();
}
