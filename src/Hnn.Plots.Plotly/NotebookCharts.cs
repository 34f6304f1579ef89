using Hnn.Plots.Colors;
using Plotly.NET;

namespace Hnn.Plots.Plotly;

/// <summary>Charts as what a notebook shows. Hnn.Interactive, which does not refer to this library, finds this type by its name.</summary>
public static class NotebookCharts
{
    /// <summary>The type of the charts of Plotly.NET, to be registered with a notebook's formatters.</summary>
    public static Type ChartType => typeof(GenericChart);

    /// <summary>The forms of a chart, from which a viewer takes the one it can show.</summary>
    /// <param name="figureOrChart">A <see cref="Figure"/> or a <see cref="GenericChart"/>.</param>
    /// <param name="pictureDataUri">Static picture of it as a <c>data:</c> URI, shown where scripts do not run; null for a sentence in its place.</param>
    /// <param name="theme">Ground and ink of a figure; a chart keeps its own. Default: <see cref="Theme.Light"/>.</param>
    /// <returns>Content for each MIME type: <c>text/html</c> and <c>application/vnd.plotly.v1+json</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="figureOrChart"/> is neither, it has no panel, or the picture is not a <c>data:</c> URI.</exception>
    public static IReadOnlyDictionary<string, string> Bundle(object figureOrChart, string? pictureDataUri, Theme? theme = null)
    {
        var (chart, description) = figureOrChart switch
        {
            Figure figure => (PlotlyRenderer.ToChart(figure, theme), FigureWords.Describe(figure)),
            GenericChart given => (given, "Chart"),
            _ => throw new ArgumentException($"A {figureOrChart?.GetType().Name ?? "null"} is no chart. Pass a {nameof(Figure)} or a {nameof(GenericChart)}.", nameof(figureOrChart)),
        };
        var json = Drawing.ChartJson.Of(chart);
        return new Dictionary<string, string>
        {
            ["text/html"] = PlotlyFragment.Html(json, pictureDataUri, description),
            ["application/vnd.plotly.v1+json"] = json,
        };
    }
}
