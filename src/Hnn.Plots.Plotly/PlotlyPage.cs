using System.Globalization;
using System.Net;
using System.Text;
using Hnn.Core.Files;
using Plotly.NET;

namespace Hnn.Plots.Plotly;

/// <summary>Web pages with one interactive figure each. A page is a single file that needs no network, now or later.</summary>
public static class PlotlyPage
{
    private const int PixelsPerRow = 380;

    private static readonly Lazy<string> Script = new(ReadScript);

    /// <summary>Writes a figure as a web page.</summary>
    /// <param name="path">Path of the page; its folder is made if it is missing, an existing file is replaced.</param>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="title">Title of the page. Default: Figure.</param>
    /// <exception cref="ArgumentException">The figure has no panel.</exception>
    /// <exception cref="IOException">The file cannot be written; an existing one is unharmed.</exception>
    public static void Save(string path, Figure figure, string title = "Figure")
    {
        var page = ToHtml(figure, title);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        AtomicFile.WriteText(path, page);
    }

    /// <summary>Makes a web page of a figure: about 3.6 MB, nearly all of it plotly.js itself.</summary>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="title">Title of the page. Default: Figure.</param>
    /// <exception cref="ArgumentException">The figure has no panel.</exception>
    public static string ToHtml(Figure figure, string title = "Figure")
    {
        var chart = PlotlyRenderer.ToChart(figure);
        var heading = WebUtility.HtmlEncode(title);
        return new StringBuilder()
            .AppendLine("<!DOCTYPE html>")
            .AppendLine(CultureInfo.InvariantCulture, $"<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{heading}</title></head>")
            .AppendLine("<body style=\"margin: 1rem auto; max-width: 1100px; font-family: system-ui, sans-serif\">")
            .AppendLine(CultureInfo.InvariantCulture, $"<h1 style=\"font-size: 1.3rem\">{heading}</h1>")
            .AppendLine(CultureInfo.InvariantCulture, $"<div id=\"figure\" style=\"height: {PixelsPerRow * figure.Panels.Length}px\"></div>")
            .AppendLine("<noscript>The figure is drawn by JavaScript, which this viewer does not run.</noscript>")
            .AppendLine(CultureInfo.InvariantCulture, $"<script>{Script.Value}</script>")
            .AppendLine(CultureInfo.InvariantCulture, $"<script>const figure = {ScriptSafe(GenericChart.toFigureJson(chart))};")
            .AppendLine("Plotly.newPlot('figure', figure.data, figure.layout, { responsive: true, displaylogo: false });</script>")
            .AppendLine("</body></html>")
            .ToString();
    }

    // Inside a script element only a '<' could end it.
    private static string ScriptSafe(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string ReadScript()
    {
        var library = typeof(GenericChart).Assembly;
        var name = library.GetManifestResourceNames().Single(resource => resource.EndsWith(".min.js", StringComparison.Ordinal));
        using var reader = new StreamReader(library.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
