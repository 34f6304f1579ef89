using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hnn.Jupyter.Notebooks;

namespace Hnn.Jupyter.Export;

/// <summary>Turns a notebook into one HTML page that needs nothing else: no server, no network, no script but those of its outputs.</summary>
public static partial class NotebookPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="notebook">The notebook, with the outputs it is to show. Markdown may hold HTML, and outputs are shown as they are: it must be as trusted as a program.</param>
    /// <param name="options">What else is on the page.</param>
    /// <returns>The text of an .html file in UTF-8. Same notebook, same text.</returns>
    public static string Write(Notebook notebook, PageOptions options)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(options);
        using var code = new CodeHtml();
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<title>").Append(WebUtility.HtmlEncode(options.Title ?? FirstHeading(notebook))).Append("</title>\n<style>\n").Append(PageStyle.Text).Append("</style>\n");
        if (options.Script.Length > 0)
            page.Append("<script>").Append(ScriptHtml.Embeddable(options.Script)).Append("</script>\n");
        page.Append("</head>\n<body>\n<main>\n");
        foreach (var cell in notebook.Cells)
            Append(page, cell, code);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, NotebookCell cell, CodeHtml code)
    {
        if (cell.Kind == CellKind.Markdown)
            page.Append("<section class=\"text\">\n").Append(MarkdownHtml.Of(cell)).Append("</section>\n");
        if (cell.Kind != CellKind.Code || (string.IsNullOrWhiteSpace(cell.Source) && cell.Outputs.IsEmpty))
            return;
        page.Append("<section class=\"code\">\n");
        if (!string.IsNullOrWhiteSpace(cell.Source))
            page.Append("<pre class=\"source\" tabindex=\"0\"><code>").Append(code.Of(cell.Source)).Append("</code></pre>\n");
        foreach (var output in cell.Outputs)
            page.Append(OutputHtml.Of(output));
        page.Append("</section>\n");
    }

    private static string FirstHeading(Notebook notebook) =>
        notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => Heading.Match(cell.Source)).FirstOrDefault(match => match.Success)?.Groups["text"].Value.Trim() ?? "Notebook";

    [GeneratedRegex(@"^#{1,6}[ \t]+(?<text>.+?)[ \t#]*\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }
}
