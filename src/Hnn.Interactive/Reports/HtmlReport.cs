using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Hnn.Plots;

namespace Hnn.Interactive.Reports;

/// <summary>Writes reports as HTML that stays readable when a viewer drops scripts and styles: plain tables, folds and images. All texts are encoded.</summary>
/// <param name="draw">Gives a figure's HTML.</param>
/// <param name="drawStatic">Gives a figure's HTML where it has to be a picture: folded away, a chart would not know its size.</param>
internal sealed class HtmlReport(Func<Figure, string> draw, Func<Figure, string> drawStatic)
{
    public string Write(Report report)
    {
        var html = new StringBuilder("<div>\n<p><strong>").Append(Encode(report.Title)).Append("</strong></p>\n");
        foreach (var part in report.Parts)
            Append(html, part, draw);
        return html.Append("</div>\n").ToString();
    }

    private void Append(StringBuilder html, Part part, Func<Figure, string> drawHere)
    {
        switch (part)
        {
            case Sentence sentence:
                html.Append("<p>").Append(Encode(sentence.Text)).Append("</p>\n");
                break;
            case Table table:
                Append(html, table);
                break;
            case Drawing drawing:
                html.Append(drawHere(drawing.Figure)).Append('\n');
                break;
            case Bar bar:
                html.Append(CultureInfo.InvariantCulture, $"<progress max=\"100\" value=\"{100 * bar.Fraction:F0}\"></progress>\n");
                break;
            case Fold fold:
                html.Append("<details>\n<summary>").Append(Encode(fold.Summary)).Append("</summary>\n");
                foreach (var inner in fold.Parts)
                    Append(html, inner, drawStatic);
                html.Append("</details>\n");
                break;
            default:
                throw new ArgumentException($"A {part.GetType().Name} cannot be written as HTML. Add it to {nameof(HtmlReport)}.", nameof(part));
        }
    }

    private static void Append(StringBuilder html, Table table)
    {
        if (table.Rows.IsEmpty)
            return;
        if (table.Heading.Length > 0)
            html.Append("<p><strong>").Append(Encode(table.Heading)).Append("</strong></p>\n");
        html.Append("<table>\n");
        var alignments = table.Rows[0].Select((_, column) => AlignmentOf(table, column)).ToArray();
        if (!table.Columns.IsEmpty)
            Append(html.Append("<thead>"), table.Columns, "th", alignments).Append("</thead>\n");
        html.Append("<tbody>\n");
        foreach (var row in table.Rows)
            Append(html, row, "td", alignments).Append('\n');
        html.Append("</tbody>\n</table>\n");
    }

    private static StringBuilder Append(StringBuilder html, ImmutableArray<string> cells, string element, string[] alignments)
    {
        html.Append("<tr>");
        foreach (var (cell, alignment) in cells.Zip(alignments))
            html.Append(CultureInfo.InvariantCulture, $"<{element} style=\"text-align:{alignment}\">{Encode(cell)}</{element}>");
        return html.Append("</tr>");
    }

    // Numbers under each other are compared, texts are read.
    private static string AlignmentOf(Table table, int column) => table.Rows.All(row => IsNumber(row[column])) ? "right" : "left";

    private static bool IsNumber(string cell) => cell.Length == 0 || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
