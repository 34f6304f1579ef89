using Hnn.Interactive.Reports;
using Hnn.Plots;

namespace Hnn.Interactive.Charts;

/// <summary>Draws figures as the notebook's settings want them: as live charts if there are any, otherwise as pictures.</summary>
internal sealed class FigureDrawing(LiveCharts charts)
{
    /// <summary>The MIME type of charts that the notebook's own viewer draws.</summary>
    public const string ChartMimeType = "application/vnd.plotly.v1+json";

    /// <summary>The live charts.</summary>
    public LiveCharts Charts => charts;

    /// <summary>Whether figures are shown as live charts now.</summary>
    public bool IsLive => NotebookSettings.ChartMode == ChartMode.Live && charts.ChartType is not null;

    /// <summary>A report as HTML.</summary>
    public string HtmlOf(Report report) => new HtmlReport(HtmlOf, StillPicture.Html).Write(report);

    /// <summary>A figure as HTML: a live chart with its picture inside, or the picture.</summary>
    public string HtmlOf(Figure figure) =>
        (NotebookSettings.ChartMode == ChartMode.Live ? charts.BundleOf(figure, StillPicture.Uri(figure))?["text/html"] : null) ?? StillPicture.Html(figure);
}
