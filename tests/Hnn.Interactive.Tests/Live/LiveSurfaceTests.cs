using Hnn.Interactive.Live;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Tests.Live;

[Collection(nameof(TheNotebook))]
public class LiveSurfaceTests
{
    private static readonly LiveState First = new("12345", new Report("First", new Bar(0)));
    private static readonly LiveState Last = new("end", new Report("Last", new Drawing(Plots.Plots.DipoleLayers(Samples.Target))), IsLast: true);

    [Fact]
    public void A_console_has_one_line_that_is_written_over()
    {
        using var console = new StringWriter();

        LiveSurface.OnConsole(First, console)(Last);

        Assert.Equal("12345\rend  \n", console.ToString());
    }

    [Fact]
    public void In_a_notebook_to_be_committed_the_console_has_only_the_last_line()
    {
        using var notebook = new TheNotebook(mode: ChartMode.Static);
        using var console = new StringWriter();

        LiveSurface.OnConsole(First, console)(Last);

        Assert.Equal("end\n", console.ToString());
    }

    [Fact]
    public void A_host_is_given_each_state_as_html_and_text_and_the_last_one_as_a_picture_too()
    {
        var shown = new List<IReadOnlyDictionary<string, string>>();
        using var notebook = new TheNotebook(host: first => { shown.Add(first); return shown.Add; });

        LiveSurface.Begin(First)(Last);

        Assert.Equal(["text/html", "text/plain"], shown[0].Keys.Order(StringComparer.Ordinal));
        Assert.Contains("<progress max=\"100\" value=\"0\"></progress>", shown[0]["text/html"], StringComparison.Ordinal);
        Assert.Equal(["image/png", "text/html", "text/plain"], shown[1].Keys.Order(StringComparer.Ordinal));
        Assert.Equal("end", shown[1]["text/plain"]);
    }
}
