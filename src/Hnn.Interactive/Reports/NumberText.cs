using System.Globalization;
using Hnn.Core.Optimization.Objectives;

namespace Hnn.Interactive.Reports;

/// <summary>Numbers and lists as they are written in reports, the same on every machine.</summary>
internal static class NumberText
{
    /// <summary>A number with at most five digits, more than a figure shows.</summary>
    public static string Short(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    /// <summary>The same; nothing of a number that could not be had (NaN or infinite).</summary>
    public static string IfFinite(double value) => double.IsFinite(value) ? Short(value) : "";

    /// <summary>A loss with the unit of its objective, if it has one.</summary>
    public static string Loss(double loss, Objective objective) => $"{Short(loss)} {Plots.Plots.LossAxis(objective).Unit}".TrimEnd();

    /// <summary>A part of a range or of a whole, with three decimals; nothing of NaN.</summary>
    public static string Rounded(double part) => double.IsNaN(part) ? "" : part.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A part of a whole in per cent, with at most two decimals.</summary>
    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:0.##} %");

    /// <summary>A number with all its digits, as the user gave it.</summary>
    public static string Exact(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>How many of something, for example <c>1 trial</c> or <c>3 trials</c>.</summary>
    public static string Count(int number, string noun) => $"{Whole(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A mean with its standard deviation; the mean alone where there is none.</summary>
    public static string Spread(double mean, double deviation) => deviation > 0 ? $"{Exact(mean)} ± {Exact(deviation)}" : Exact(mean);

    /// <summary>Names and numbers, for example <c>L2_basket 0.08, L2_pyramidal 0.007</c>.</summary>
    public static string Pairs(IEnumerable<KeyValuePair<string, double>> pairs) => string.Join(", ", pairs.Select(pair => $"{pair.Key} {Short(pair.Value)}"));

    /// <summary>A bit as a word.</summary>
    public static string YesNo(bool value) => value ? "yes" : "no";
}
