using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Hnn.Core.Optimization;

/// <summary>A part of a report: a table and sentences below it, as text or HTML. Immutable.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Columns">Heads of the columns; empty for a table of names and values.</param>
/// <param name="Rows">Cells as text. Shape: [rows, columns].</param>
/// <param name="Remarks">Sentences.</param>
internal sealed record ReportSection(
    string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<string> Remarks)
{
    /// <summary>Heading, table with aligned columns, sentences; each line after the heading is indented.</summary>
    public string ToText()
    {
        var rows = Columns.IsEmpty ? Rows : Rows.Insert(0, Columns);
        var text = new StringBuilder(Title).Append('\n');
        foreach (var row in rows)
            text.Append("  ").Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(rows.Max(other => other[column].Length)))).TrimEnd()).Append('\n');
        foreach (var remark in Remarks)
            text.Append("  ").Append(remark).Append('\n');
        return text.ToString();
    }

    /// <summary>The same as HTML elements; all texts are encoded.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<h4>").Append(WebUtility.HtmlEncode(Title)).Append("</h4>\n");
        if (!Rows.IsEmpty)
        {
            html.Append("<table>\n");
            if (!Columns.IsEmpty)
                html.Append(RowOf(Columns, "th"));
            foreach (var row in Rows)
                html.Append(RowOf(row, "td"));
            html.Append("</table>\n");
        }

        foreach (var remark in Remarks)
            html.Append("<p>").Append(WebUtility.HtmlEncode(remark)).Append("</p>\n");
        return html.ToString();
    }

    private static string RowOf(ImmutableArray<string> cells, string element) =>
        $"<tr>{string.Concat(cells.Select(cell => $"<{element}>{WebUtility.HtmlEncode(cell)}</{element}>"))}</tr>\n";
}
