using System.Net;
using Hnn.Plots.Colors;
using Hnn.Plots.Plotly.Drawing;
using Plotly.NET;

namespace Hnn.Plots.Plotly;

/// <summary>Interactive charts as pieces of HTML for notebooks and pages.</summary>
/// <remarks>
/// A piece holds a static picture, the chart as JSON, and a script that replaces the picture once the chart is drawn.
/// It looks for plotly.js on the page, then on the Jupyter server it came from, and nowhere else: without it, the picture stays.
/// </remarks>
public static class PlotlyFragment
{
    /// <summary>Name of the Jupyter kernel in whose folder the script looks for <c>plotly.min.js</c>, as a Jupyter server hands it out.</summary>
    public const string KernelName = "hnn-csharp";

    private static readonly Lazy<string> PlotlyScript = new(() => Resource(typeof(GenericChart), name => name.EndsWith(".min.js", StringComparison.Ordinal)));

    private static readonly Lazy<string> Loader = new(() =>
        Resource(typeof(PlotlyFragment), name => name == "fragment.js").ReplaceLineEndings("\n").Replace("KERNEL_NAME", KernelName, StringComparison.Ordinal));

    /// <summary>The text of plotly.js, 3.6 MB: once per page, in a script element before the first chart, or as the kernel's <c>plotly.min.js</c>.</summary>
    public static string Script => PlotlyScript.Value;

    /// <summary>Makes a piece of HTML of a figure.</summary>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="picture">Static picture of it as a <c>data:</c> URI, or null for a sentence in its place. Default: null.</param>
    /// <param name="theme">Ground and ink. Default: <see cref="Theme.Light"/>.</param>
    /// <returns>The HTML; the same for the same arguments, and it may stand on a page more than once.</returns>
    /// <exception cref="ArgumentException">The figure has no panel, or the picture is not a <c>data:</c> URI.</exception>
    public static string ToHtml(Figure figure, string? picture = null, Theme? theme = null) => ToHtml(PlotlyRenderer.ToChart(figure, theme), picture, FigureWords.Describe(figure));

    /// <summary>Makes a piece of HTML of a chart of Plotly.NET.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="picture">Static picture of it as a <c>data:</c> URI, or null for a sentence in its place. Default: null.</param>
    /// <param name="description">What the chart shows, for readers who do not see it. Default: Chart.</param>
    /// <returns>The HTML; the same for the same arguments, and it may stand on a page more than once.</returns>
    /// <exception cref="ArgumentException">The picture is not a <c>data:</c> URI.</exception>
    public static string ToHtml(GenericChart chart, string? picture = null, string description = "Chart") => Html(ChartJson.Of(chart), picture, description);

    internal static string Html(string json, string? picture, string description)
    {
        if (picture is not null && !picture.StartsWith("data:", StringComparison.Ordinal))
            throw new ArgumentException($"The picture begins with '{picture[..Math.Min(20, picture.Length)]}', and only a data: URI needs no network. Pass data:image/png;base64,… or data:image/svg+xml;base64,….", nameof(picture));

        var words = WebUtility.HtmlEncode(description);
        var instead = picture is null
            ? "<p data-hnn-instead>An interactive chart, drawn where scripts run and plotly.js is at hand.</p>"
            : $"<img data-hnn-instead alt=\"{words}\" src=\"{WebUtility.HtmlEncode(picture)}\" style=\"max-width: 100%\">";
        return $"<div class=\"hnn-chart\" role=\"figure\" aria-label=\"{words}\" style=\"position: relative\">{instead}\n"
            + $"<script type=\"application/json\">{ScriptSafe(json)}</script>\n<script>{Loader.Value}</script></div>\n";
    }

    // Inside a script element only a '<' could end it.
    private static string ScriptSafe(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Resource(Type neighbour, Predicate<string> isMeant)
    {
        var library = neighbour.Assembly;
        using var reader = new StreamReader(library.GetManifestResourceStream(library.GetManifestResourceNames().Single(name => isMeant(name)))!);
        return reader.ReadToEnd();
    }
}
