using System.Net;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Tests.Reports;

public class HtmlReportTests
{
    private const string Hostile = "<script>alert(\"1\")</script> & 'more'";

    private static readonly HtmlReport Writer = new(_ => "CHART", _ => "PICTURE");

    [Fact]
    public void No_text_of_a_user_becomes_markup()
    {
        var report = new Report(Hostile, new Sentence(Hostile), new Table(Hostile, [Hostile], [[Hostile]]), new Fold(Hostile, []));

        var html = Writer.Write(report);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(6, html.Split(WebUtility.HtmlEncode(Hostile)).Length - 1);
    }

    [Fact]
    public void A_figure_is_a_chart_in_sight_and_a_picture_where_it_is_folded_away()
    {
        var drawing = new Drawing(Plots.Plots.DipoleLayers(Samples.Target));

        var html = Writer.Write(new Report("", drawing, new Fold("More", [drawing])));

        Assert.Equal("<div>\n<p><strong></strong></p>\nCHART\n<details>\n<summary>More</summary>\nPICTURE\n</details>\n</div>\n", html);
    }

    [Fact]
    public void Numbers_stand_at_the_right_and_texts_at_the_left()
    {
        var html = Writer.Write(new Report("", new Table("", ["name", "number"], [["a", "1E-05"], ["b", ""]])));

        Assert.Contains("<th style=\"text-align:left\">name</th><th style=\"text-align:right\">number</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align:left\">a</td><td style=\"text-align:right\">1E-05</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_rows_is_left_out() =>
        Assert.Equal("<div>\n<p><strong>Title</strong></p>\n</div>\n", Writer.Write(new Report("Title", new Table("Nothing", ["a"], []))));
}
