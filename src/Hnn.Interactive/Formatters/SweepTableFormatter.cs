using System.Collections.Immutable;
using Hnn.Core.Sweeps;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Tables of stored sweeps: how many rows, and the first of them.</summary>
internal sealed class SweepTableFormatter(FigureDrawing drawing) : ReportFormatter<SweepTable>(drawing, hasPicture: false)
{
    private const int RowsShown = 10;

    public override Report ReportOf(SweepTable value)
    {
        var shown = Math.Min(value.RowCount, RowsShown);
        var columns = value.Columns.Select(column => CellsOf(value, column, shown)).ToArray();
        var rows = new Table("", value.Columns, [.. Enumerable.Range(0, shown).Select(row => columns.Select(column => column[row]).ToImmutableArray())]);
        return new Report(
            $"Table: {NumberText.Count(value.RowCount, "row")}{(shown < value.RowCount ? $", the first {NumberText.Whole(shown)} of them" : "")}",
            shown > 0 ? [rows] : [new Sentence($"Its columns are {string.Join(", ", value.Columns)}.")]);
    }

    private static ImmutableArray<string> CellsOf(SweepTable table, string column, int rows) => table.HoldsTexts(column)
        ? [.. table.Texts(column).Take(rows)]
        : [.. table.Numbers(column).Take(rows).Select(NumberText.IfFinite)];
}
