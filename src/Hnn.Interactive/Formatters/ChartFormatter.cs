using System.Collections.Immutable;
using Hnn.Interactive.Charts;

namespace Hnn.Interactive.Formatters;

/// <summary>Charts that a user made with Plotly.NET; of these there is no picture.</summary>
/// <param name="charts">The live charts; they must be there.</param>
/// <param name="type">The type of Plotly's charts.</param>
internal sealed class ChartFormatter(LiveCharts charts, Type type) : IValueFormatter
{
    public Type Type => type;

    public ImmutableArray<string> MimeTypes { get; } = [FigureDrawing.ChartMimeType, Mime.Html, Mime.Text];

    public ImmutableArray<string> Preferred => NotebookExtension.Host is null ? [Mime.Html, Mime.Text] : MimeTypes;

    public string Format(object value, string mimeType) =>
        (mimeType != Mime.Text ? charts.BundleOf(value)?[mimeType] : null) ?? "A chart of Plotly.NET.";
}
