using System.Text.RegularExpressions;

namespace Hnn.Plots.Plotly.Tests;

public partial class PlotlyPageTests(Browser browser)
{
    [Fact]
    public void A_page_holds_everything_it_needs_and_refers_to_nothing_outside()
    {
        var page = PlotlyPage.ToHtml(Draw.Figure(Draw.Panel(Draw.Line())));

        Assert.Contains("plotly.js v", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(OutsideReference, page);
    }

    [Fact]
    public async Task A_page_draws_its_chart_and_asks_nobody_for_anything()
    {
        await using var page = await browser.OpenAsync(PlotlyPage.ToHtml(Figure.Rows(Draw.Figure(Draw.Panel(Draw.Line())), Draw.Figure(Draw.Panel(Draw.Map())))));

        await page.DrawnAsync();

        Assert.Empty(page.Requests.Concat(page.Errors));
    }

    [Fact]
    public void Names_cannot_end_the_script_they_stand_in()
    {
        var page = PlotlyPage.ToHtml(Draw.Figure(Draw.Panel(Draw.Line("</script><script>alert(1)"), title: "<!--")), title: "<script>");

        Assert.Equal(3, Script.Count(page));
        Assert.DoesNotContain("alert(1)<", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_figure_gives_the_same_page() =>
        Assert.Equal(PlotlyPage.ToHtml(Draw.Figure(Draw.Panel(Draw.Line()))), PlotlyPage.ToHtml(Draw.Figure(Draw.Panel(Draw.Line()))));

    [Fact]
    public void Saving_makes_the_folder()
    {
        var folder = Directory.CreateTempSubdirectory("hnn-page-");
        try
        {
            var path = Path.Combine(folder.FullName, "out", "figure.html");

            PlotlyPage.Save(path, Draw.Figure(Draw.Panel(Draw.Histogram())), "Spikes");

            Assert.Contains("<title>Spikes</title>", File.ReadAllText(path), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("""<(?:script|img|iframe)[^>]*\ssrc\s*=\s*(?!"data:)|<link\b""", RegexOptions.IgnoreCase)]
    private static partial Regex OutsideReference { get; }

    [GeneratedRegex("</script>", RegexOptions.IgnoreCase)]
    private static partial Regex Script { get; }
}
