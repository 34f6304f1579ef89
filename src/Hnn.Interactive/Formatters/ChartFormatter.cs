using System.Collections.Immutable;
using Hnn.Interactive.Charts;

namespace Hnn.Interactive.Formatters;

/// <summary>Charts that a user made with Plotly.NET. Of these there is no picture, so a static notebook has a sentence in their place.</summary>
/// <param name="charts">The live charts; they must be there.</param>
/// <param name="type">The type of Plotly's charts.</param>
internal sealed class ChartFormatter(LiveCharts charts, Type type) : IValueFormatter
{
    private const string InWords = "A chart of Plotly.NET: drawn where scripts run, and only in ChartMode.Live; it has no static picture.";

    public Type Type => type;

    public ImmutableArray<string> MimeTypes { get; } = [FigureDrawing.ChartMimeType, Mime.Html, Mime.Text];

    public ImmutableArray<string> Preferred => (NotebookSettings.ChartMode, NotebookExtension.Host) switch
    {
        (ChartMode.Static, _) => [Mime.Text],
        (_, null) => [Mime.Html, Mime.Text],
        _ => MimeTypes,
    };

    public string Format(object value, string mimeType) =>
        (mimeType != Mime.Text ? charts.BundleOf(value)?[mimeType] : null) ?? InWords;
}
