using System.Globalization;
using System.Text;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>A table as plain text: the first column to the left, the others to the right, two spaces between them.</summary>
internal static class PlainTable
{
    /// <summary>Lays out a heading and rows of as many cells; each line ends with a line feed.</summary>
    public static string Of(string[] heading, IEnumerable<string[]> rows)
    {
        string[][] lines = [heading, .. rows];
        var widths = Enumerable.Range(0, heading.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A number with four significant digits.</summary>
    public static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A number with three decimals.</summary>
    public static string Fixed(double value) => value.ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>A fraction as per cent, with at most two decimals.</summary>
    public static string Percent(double fraction) => (100 * fraction).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>A coordinate in natural units, or as it is if there is no mapping.</summary>
    public static string Natural(Func<int, double, double>? natural, int index, double coordinate) =>
        Number(natural?.Invoke(index, coordinate) ?? coordinate);
}
