using System.Collections.Immutable;
using Hnn.Interactive.Charts;
using Hnn.Plots;

namespace Hnn.Interactive.Formatters;

/// <summary>Figures: live charts or pictures, nothing beside them.</summary>
internal sealed class FigureFormatter(FigureDrawing drawing) : IValueFormatter
{
    public Type Type => typeof(Figure);

    public ImmutableArray<string> MimeTypes => drawing.Charts.ChartType is null ? [Mime.Html, Mime.Png, Mime.Text] : [FigureDrawing.ChartMimeType, Mime.Html, Mime.Png, Mime.Text];

    // Other hosts than ours send a chart's JSON as a string, which viewers cannot draw.
    public ImmutableArray<string> Preferred => !drawing.IsLive
        ? NotebookSettings.ChartMode == ChartMode.Live ? [Mime.Html, Mime.Png, Mime.Text] : [Mime.Png, Mime.Text]
        : NotebookExtension.Host is null ? [Mime.Html, Mime.Png, Mime.Text] : MimeTypes;

    public string Format(object value, string mimeType) => mimeType switch
    {
        FigureDrawing.ChartMimeType => (drawing.Charts.BundleOf(value) ?? throw new InvalidOperationException(drawing.Charts.Status))[FigureDrawing.ChartMimeType],
        Mime.Html => drawing.HtmlOf((Figure)value),
        Mime.Png => StillPicture.Base64((Figure)value),
        _ => FigureWords.Describe((Figure)value),
    };
}
