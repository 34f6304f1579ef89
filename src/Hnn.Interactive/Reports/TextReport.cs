using System.Collections.Immutable;
using System.Text;
using Hnn.Plots;

namespace Hnn.Interactive.Reports;

/// <summary>Writes reports as plain text: the title, then what stands below it, indented. Folds are left out, figures are named.</summary>
internal static class TextReport
{
    // A list that is longer would hide what comes after it.
    private const int RowsShown = 20;

    public static string Write(Report report)
    {
        var text = new StringBuilder(report.Title);
        foreach (var line in report.Parts.SelectMany(LinesOf))
            text.Append("\n  ").Append(line);
        return text.ToString();
    }

    private static IEnumerable<string> LinesOf(Part part) => part switch
    {
        Sentence sentence => [sentence.Text],
        Table { Rows.IsEmpty: false } table => LinesOf(table),
        Drawing drawing => [$"[{FigureWords.Describe(drawing.Figure)}]"],
        _ => [],
    };

    private static IEnumerable<string> LinesOf(Table table)
    {
        if (table.Heading.Length > 0)
            yield return $"{table.Heading}:";
        var indent = table.Heading.Length > 0 ? "  " : "";
        ImmutableArray<string>[] rows = [.. table.Columns.IsEmpty ? Enumerable.Empty<ImmutableArray<string>>() : [table.Columns], .. table.Rows.Take(RowsShown)];
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            yield return indent + string.Join("  ", row.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd();
        if (table.Rows.Length > RowsShown)
            yield return $"{indent}… and {NumberText.Whole(table.Rows.Length - RowsShown)} more";
    }
}
