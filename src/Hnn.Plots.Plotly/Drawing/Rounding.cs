using System.Collections.Immutable;
using System.Globalization;
using Hnn.Plots.Colors;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>Shortens numbers to what can be seen, so that charts stay small as text. What is not a number becomes null, which Plotly leaves out.</summary>
internal static class Rounding
{
    // A picture has a thousand pixels; this leaves room to zoom in a hundredfold.
    private const double StepsOfRange = 100_000;

    // More shades than the eye tells apart along a colour map.
    private const double StepsOfColor = 250;

    private const int DigitsOfMicrosecond = 3;

    /// <summary>Positions along an axis: times to the microsecond, others to a hundred-thousandth of their range, on a logarithmic axis to six digits each.</summary>
    public static double?[] Positions(IReadOnlyCollection<double> values, Axis axis)
    {
        if (axis.IsLogarithmic)
            return Each(values, Significant);
        if (axis.Unit == "ms")
            return Each(values, time => Math.Round(time, DigitsOfMicrosecond));
        var finite = values.Where(double.IsFinite).DefaultIfEmpty().ToArray();
        var (low, high) = (finite.Min(), finite.Max());
        return Each(values, Stepwise((high > low ? high - low : Math.Abs(high)) / StepsOfRange));
    }

    /// <summary>Numbers that are shown as colours of a scale.</summary>
    public static double?[] Shades(IEnumerable<double> values, ColorScale scale) => Each(values, Stepwise((scale.Max - scale.Min) / StepsOfColor));

    /// <summary>Where evenly spaced numbers begin and how far they lie apart; null if they are few or uneven.</summary>
    public static (double First, double Step)? EvenlySpaced(ImmutableArray<double> values)
    {
        const int few = 100;
        if (values.Length < few)
            return null;
        var (first, step) = (Significant(values[0], 12), Significant((values[^1] - values[0]) / (values.Length - 1), 12));
        for (var k = 0; k < values.Length; k++)
        {
            if (!(Math.Abs(values[k] - (first + (k * step))) <= 1e-6 * Math.Abs(step)))
                return null;
        }

        return (first, step);
    }

    // To the power of ten at or below the step.
    private static Func<double, double> Stepwise(double step)
    {
        var digits = step > 0 && double.IsFinite(step) ? -(int)Math.Floor(Math.Log10(step)) : 0;
        var unit = Math.Pow(10, -digits);
        return digits switch
        {
            > 15 => Significant,
            >= 0 => value => Math.Round(value, digits),
            _ => value => Math.Round(value / unit) * unit,
        };
    }

    private static double Significant(double value) => Significant(value, 6);

    private static double Significant(double value, int digits) =>
        double.Parse(value.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static double?[] Each(IEnumerable<double> values, Func<double, double> round) =>
        [.. values.Select(value => double.IsFinite(value) ? round(value) : (double?)null)];
}
