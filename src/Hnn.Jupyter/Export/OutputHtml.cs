using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Export;

/// <summary>Outputs of a cell as HTML.</summary>
internal static partial class OutputHtml
{
    public static string Of(CellOutput output) => output switch
    {
        StreamOutput stream => Text(stream.IsError ? "stderr" : "stdout", stream.Text),
        DisplayOutput display => Of(display.Data),
        ResultOutput result => Of(result.Data),
        ErrorOutput error => Text("error", error.ToString()),
        _ => throw new InvalidOperationException($"A page has no place for an output {output.GetType()}."),
    };

    // The richest form that a page can show without help.
    private static string Of(MimeBundle data)
    {
        if (data["text/html"] is { } html)
            return Box(html);
        if (data["text/markdown"] is { } markdown)
            return Box(MarkdownHtml.Of(markdown));
        if (data["image/svg+xml"] is { } drawing)
            return Box(Picture("image/svg+xml", Convert.ToBase64String(Encoding.UTF8.GetBytes(drawing)), data));
        if (data["image/png"] is { } picture)
            return Box(Picture("image/png", picture, data));
        if (data["image/jpeg"] is { } photograph)
            return Box(Picture("image/jpeg", photograph, data));
        if (data["application/javascript"] is { } script)
            return $"<script>{ScriptHtml.Embeddable(script)}</script>\n";
        return Text("plain", data["text/plain"] ?? string.Join('\n', data.Forms.Values));
    }

    private static string Box(string html) => $"<div class=\"output\">{html}</div>\n";

    private static string Picture(string mimeType, string base64, MimeBundle data) =>
        $"<img alt=\"{WebUtility.HtmlEncode(data["text/plain"] ?? "picture")}\" src=\"data:{mimeType};base64,{base64.ReplaceLineEndings("")}\">";

    private static string Text(string kind, string text) => $"<pre class=\"output {kind}\">{WebUtility.HtmlEncode(Colour.Replace(text, ""))}</pre>\n";

    // The control sequences by which a terminal changes colours.
    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colour { get; }
}
