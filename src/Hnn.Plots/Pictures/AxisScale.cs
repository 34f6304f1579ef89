using System.Collections.Immutable;
using System.Globalization;

namespace Hnn.Plots.Pictures;

/// <summary>How the numbers of an axis become pixels.</summary>
internal sealed class AxisScale
{
    // Pixels are rounded to quarters: finer than any eye, coarse enough to keep the text short and the same everywhere.
    private const double Resolution = 4;

    private readonly double _from;
    private readonly double _to;

    /// <summary>Fits an axis to its data.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">All numbers drawn along it.</param>
    /// <param name="margin">Share of the range left free at the ends that the axis does not fix.</param>
    /// <param name="from">Pixel where the axis begins.</param>
    /// <param name="to">Pixel where it ends.</param>
    public AxisScale(Axis axis, IEnumerable<double> values, double margin, double from, double to)
    {
        Axis = axis;
        (_from, _to) = (from, to);
        (Low, High) = axis.IsLogarithmic ? Widened(values.Where(value => value > 0).Select(Math.Log10), margin, 0) : Widened(values, margin, 0);
        if (axis.Min is { } min)
            Low = axis.IsLogarithmic ? Math.Log10(min) : min;
        if (axis.Max is { } max)
            High = axis.IsLogarithmic ? Math.Log10(max) : max;
        if (Low == High)
            High = Low + 1;
    }

    public Axis Axis { get; }

    /// <summary>Where the axis begins, in its unit; its decimal logarithm on a logarithmic axis.</summary>
    public double Low { get; }

    /// <summary>Where the axis ends, as <see cref="Low"/>.</summary>
    public double High { get; }

    /// <summary>The marks within the range: the axis' own, or round numbers.</summary>
    public ImmutableArray<Tick> Ticks(double pixelsPerTick)
    {
        var (low, high) = (Math.Min(Low, High), Math.Max(Low, High));
        return Axis.Ticks.IsEmpty
            ? [.. (Axis.IsLogarithmic ? Powers(low, high) : RoundNumbers(low, high, Math.Abs(_to - _from) / pixelsPerTick)).Select(at => new Tick(at, TextOf(at)))]
            : [.. Axis.Ticks.Where(tick => Place(tick.At) is var place && place >= low - 1e-9 && place <= high + 1e-9)];
    }

    /// <summary>Whether a number has a place on the axis, be it outside the range.</summary>
    public bool CanShow(double value) => double.IsFinite(value) && (!Axis.IsLogarithmic || value > 0);

    /// <summary>The pixel of a number that can be shown.</summary>
    public double Pixel(double value) => Rounded(_from + ((Place(value) - Low) / (High - Low) * (_to - _from)));

    public static double Rounded(double position) => Math.Round(position * Resolution) / Resolution;

    /// <summary>A number as it is written in a picture, with a true minus sign.</summary>
    public static string NumberText(double value, int digits = 6) => value.ToString($"G{digits}", CultureInfo.InvariantCulture).Replace('-', '−');

    private string TextOf(double value) => NumberText(Axis.ShowsMagnitude ? Math.Abs(value) : value);

    private double Place(double value) => Axis.IsLogarithmic ? Math.Log10(value) : value;

    private static (double Low, double High) Widened(IEnumerable<double> values, double margin, double otherwise)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(otherwise).ToArray();
        var (low, high) = (finite.Min(), finite.Max());
        var extra = high > low ? (high - low) * margin : Math.Max(0.5, Math.Abs(high) * 0.1);
        return (low == 0 ? 0 : low - extra, high == 0 && low < 0 ? 0 : high + extra);
    }

    // Steps of 1, 2 or 5 times a power of ten.
    private static IEnumerable<double> RoundNumbers(double low, double high, double count)
    {
        var rough = (high - low) / Math.Max(count, 1);
        if (!(rough > 0) || !double.IsFinite(rough))
            return [];
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        var first = Math.Ceiling(low / step);
        return Enumerable.Range(0, (int)(Math.Floor(high / step) - first + 1)).Select(k => (first + k) * step);
    }

    private static IEnumerable<double> Powers(double low, double high)
    {
        var (first, last) = ((int)Math.Floor(low), (int)Math.Ceiling(high));
        double[] parts = high - low < 2 ? [1, 2, 5] : [1];
        return from power in Enumerable.Range(first, last - first + 1)
               from part in parts
               let at = part * Math.Pow(10, power)
               where Math.Log10(at) >= low - 1e-9 && Math.Log10(at) <= high + 1e-9
               select at;
    }
}
