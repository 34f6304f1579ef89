using System.Text.Json;
using Hnn.Jupyter.Export;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Tests.Export;

public class NotebookPageTests
{
    [Fact]
    public void Text_code_and_outputs_stand_in_order()
    {
        var page = PageOf(Markdown("# Title\n\n*text*"), Code("1 + 1", new ResultOutput(MimeBundle.Of("text/plain", "2"), 1)), Code("3"));

        InOrder(page, "<title>Title</title>", "<em>text</em>", "<pre class=\"source\"", "<pre class=\"output plain\">2</pre>", "<pre class=\"source\"");
    }

    [Theory]
    [InlineData("<b>rich</b>", "AQID", "<div class=\"output\"><b>rich</b></div>")]
    [InlineData(null, "AQID\n", "<img alt=\"a&lt;b\" src=\"data:image/png;base64,AQID\">")]
    [InlineData(null, null, "<pre class=\"output plain\">a&lt;b</pre>")]
    public void The_richest_form_is_shown(string? html, string? png, string shown)
    {
        var forms = MimeBundle.Of("text/plain", "a<b");
        forms = html is null ? forms : forms.With("text/html", html);
        forms = png is null ? forms : forms.With("image/png", png);

        var page = PageOf(Code("x", new DisplayOutput(forms)));

        Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Console_texts_and_errors_are_escaped_and_lose_their_terminal_colours()
    {
        var page = PageOf(Code("x", new StreamOutput("a<b\n"), new StreamOutput("warn", IsError: true), new ErrorOutput("E", "v", ["\u001b[31mE\u001b[0m: <v>", "   at cell 1"])));

        InOrder(page, "<pre class=\"output stdout\">a&lt;b\n</pre>", "<pre class=\"output stderr\">warn</pre>", "<pre class=\"output error\">E: &lt;v&gt;\n   at cell 1</pre>");
    }

    [Fact]
    public void Code_is_coloured_and_nothing_of_it_is_lost()
    {
        const string Source = "#r \"nuget:A,1\"\n// why < what\nvar s = $\"\\ra{1 + 2}\" + @\"\\\"; if (s is null) return;";

        var page = PageOf(Code(Source));

        InOrder(page, "<span class=\"c\">// why &lt; what</span>", "<span class=\"k\">var</span>", "<span class=\"s\">\\ra</span>", "<span class=\"n\">1</span>", "<span class=\"k\">if</span>");
        Assert.Equal(Source, SourceOf(page));
    }

    [Fact]
    public void A_script_stands_there_once_and_cannot_end_its_element()
    {
        var page = NotebookPage.Write(new Notebook { Cells = [Code("1"), Code("2")] }, new PageOptions { Script = "var a = '</script>';", Title = "A & B" });

        Assert.Contains("<title>A &amp; B</title>", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<script>var a = '<\\/script>';</script>").Length);
    }

    [Fact]
    public void Pictures_attached_to_a_text_are_on_the_page()
    {
        using var attachments = JsonDocument.Parse("""{"a.png": {"image/png": "AQID"}}""");
        var cell = Markdown("![x](attachment:a.png) ![y](attachment:b.png)");

        var page = PageOf(cell with { OtherFields = cell.OtherFields.Add("attachments", attachments.RootElement.Clone()) });

        Assert.Contains("<img src=\"data:image/png;base64,AQID\" alt=\"x\" />", page, StringComparison.Ordinal);
        Assert.Contains("attachment:b.png", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_asks_the_network_for_nothing()
    {
        var page = PageOf(Markdown("# Title"), Code("1"));

        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
    }

    private static string PageOf(params NotebookCell[] cells) => NotebookPage.Write(new Notebook { Cells = [.. cells] }, PageOptions.Default);

    private static NotebookCell Markdown(string text) => new("m", CellKind.Markdown, text);

    private static NotebookCell Code(string code, params CellOutput[] outputs) => new("c", CellKind.Code, code) { Outputs = [.. outputs] };

    private static string SourceOf(string page)
    {
        var start = page.IndexOf("<code>", StringComparison.Ordinal) + "<code>".Length;
        var html = page[start..page.IndexOf("</code>", StringComparison.Ordinal)];
        return System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", ""));
    }

    private static void InOrder(string page, params string[] pieces)
    {
        var at = 0;
        foreach (var piece in pieces)
        {
            var found = page.IndexOf(piece, at, StringComparison.Ordinal);
            Assert.True(found >= at, $"'{piece}' is missing behind character {at} of:\n{page}");
            at = found + piece.Length;
        }
    }
}
