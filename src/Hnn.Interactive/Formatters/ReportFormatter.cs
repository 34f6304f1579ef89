using System.Collections.Immutable;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;
using Hnn.Plots;

namespace Hnn.Interactive.Formatters;

/// <summary>Writes values of which a report can be made: as HTML, plain text and, where they have a figure, as a picture.</summary>
internal abstract class ReportFormatter<T>(FigureDrawing drawing, bool hasPicture = true) : IValueFormatter
    where T : notnull
{
    public Type Type => typeof(T);

    public ImmutableArray<string> MimeTypes { get; } = hasPicture ? [Mime.Html, Mime.Png, Mime.Text] : [Mime.Html, Mime.Text];

    public ImmutableArray<string> Preferred => MimeTypes;

    public string Format(object value, string mimeType) => mimeType switch
    {
        Mime.Html => drawing.HtmlOf(ReportOf((T)value)),
        Mime.Png => StillPicture.Base64(ReportOf((T)value).MainFigure ?? Empty),
        _ => TextReport.Write(ReportOf((T)value)),
    };

    /// <summary>What there is to show.</summary>
    public abstract Report ReportOf(T value);

    // An empty list, for example, has nothing to draw, but was asked for a picture.
    private static Figure Empty => new() { Panels = [new Panel { Title = "Nothing to draw", X = new Axis(""), Y = new Axis(""), Traces = [] }] };
}
