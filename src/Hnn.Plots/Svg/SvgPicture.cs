using System.Globalization;
using System.Net;
using System.Text;
using Hnn.Core.Files;

namespace Hnn.Plots.Svg;

/// <summary>Static pictures of figures: one SVG text each, without scripts or outside references.</summary>
public static class SvgPicture
{
    private const double Width = 900;
    private const double RowHeight = 320;
    private const double LetterWidth = 7.6;
    private const double LegendIndent = 52;
    private const string Ink = "#222222";
    private const string Grid = "#E5E5E5";

    /// <summary>Writes a figure as an SVG file.</summary>
    /// <param name="path">Path of the file; its folder is made if it is missing, an existing file is replaced.</param>
    /// <param name="figure">What to draw.</param>
    /// <exception cref="IOException">The file cannot be written; an existing one is unharmed.</exception>
    public static void Save(string path, Figure figure)
    {
        var text = ToSvg(figure);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        AtomicFile.WriteText(path, text);
    }

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">What to draw.</param>
    /// <returns>The SVG document.</returns>
    public static string ToSvg(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var svg = new StringBuilder();
        var height = RowHeight * figure.Panels.Length;
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"{Ink}\">");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#FFFFFF\"/>");
        var legendWidth = LegendWidth(figure);
        for (var row = 0; row < figure.Panels.Length; row++)
            Draw(svg, figure.Panels[row], new PanelFrame(figure.Panels[row], Width, legendWidth, RowHeight * row, RowHeight));
        return svg.AppendLine("</svg>").ToString();
    }

    private static void Draw(StringBuilder svg, Panel panel, PanelFrame frame)
    {
        Text(svg, frame.Left, frame.Top - 8, panel.Title, "start");
        foreach (var tick in frame.XTicks)
        {
            Line(svg, frame.X(tick), frame.Top, frame.X(tick), frame.Bottom);
            Text(svg, frame.X(tick), frame.Bottom + 18, Number(tick), "middle");
        }

        foreach (var tick in frame.YTicks)
        {
            Line(svg, frame.Left, frame.Y(tick), frame.Right, frame.Y(tick));
            Text(svg, frame.Left - 8, frame.Y(tick) + 4, Number(tick), "end");
        }

        Text(svg, (frame.Left + frame.Right) / 2, frame.Bottom + 40, panel.X.Label, "middle");
        var middle = (frame.Top + frame.Bottom) / 2;
        Text(svg, 18, middle, panel.Y.Label, "middle", string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate(-90 18 {middle})\""));

        var stacked = new double[panel.Traces.OfType<HistogramTrace>().Select(histogram => histogram.Counts.Length).DefaultIfEmpty().Max()];
        for (var i = 0; i < panel.Traces.Length; i++)
        {
            Draw(svg, panel.Traces[i], frame, stacked);
            Legend(svg, panel.Traces[i], frame.Right + 16, frame.Top + 10 + (20 * i));
        }
    }

    private static void Draw(StringBuilder svg, Trace trace, PanelFrame frame, double[] stacked)
    {
        if (trace is LineTrace line)
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"{PathOf(line, frame)}\" fill=\"none\" {Stroke(line)}/>");
        if (trace is PointTrace points)
        {
            foreach (var (x, y) in points.X.Zip(points.Y).Where(point => double.IsFinite(point.First) && double.IsFinite(point.Second)))
                Point(svg, points, frame.X(x), frame.Y(y));
        }

        if (trace is not HistogramTrace histogram)
            return;
        for (var bar = 0; bar < histogram.Counts.Length; bar++)
        {
            if (histogram.Counts[bar] == 0)
                continue;
            var (left, right) = (frame.X(histogram.Edges[bar]), frame.X(histogram.Edges[bar + 1]));
            var (low, high) = (frame.Y(stacked[bar]), frame.Y(stacked[bar] + histogram.Counts[bar]));
            svg.AppendLine(CultureInfo.InvariantCulture, $"<rect x=\"{left}\" y=\"{high}\" width=\"{right - left}\" height=\"{low - high}\" fill=\"{trace.Color.Hex}\" opacity=\"{trace.Opacity}\"/>");
            stacked[bar] += histogram.Counts[bar];
        }
    }

    // Points that fall on the one before them are left out, so a recording of many samples stays a small picture.
    private static string PathOf(LineTrace line, PanelFrame frame)
    {
        var path = new StringBuilder();
        (double X, double Y)? last = null;
        foreach (var (x, y) in line.X.Zip(line.Y))
        {
            (double X, double Y)? point = double.IsFinite(x) && double.IsFinite(y) ? (frame.X(x), frame.Y(y)) : null;
            if (point is { } at && point != last)
                path.Append(last is not null && line.IsStepped ? string.Create(CultureInfo.InvariantCulture, $"H{at.X}V{at.Y}") : string.Create(CultureInfo.InvariantCulture, $"{(last is null ? 'M' : 'L')}{at.X} {at.Y}"));
            last = point;
        }

        return path.ToString();
    }

    // The same for all panels, so that their frames stand below each other. What fonts are at hand is not known: wide letters are assumed.
    private static double LegendWidth(Figure figure)
    {
        var longest = figure.Panels.SelectMany(panel => panel.Traces).Select(trace => trace.Name.Length).DefaultIfEmpty().Max();
        return Math.Clamp(LegendIndent + (longest * LetterWidth), 190, Width / 2);
    }

    private static void Legend(StringBuilder svg, Trace trace, double x, double y)
    {
        if (trace is LineTrace line)
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{x} {y}H{x + 26}\" {Stroke(line)}/>");
        if (trace is PointTrace points)
            Point(svg, points, x + 13, y);
        if (trace is HistogramTrace)
            svg.AppendLine(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y - 6}\" width=\"26\" height=\"12\" fill=\"{trace.Color.Hex}\" opacity=\"{trace.Opacity}\"/>");
        Text(svg, x + 32, y + 4, trace.Name, "start");
    }

    private static void Point(StringBuilder svg, PointTrace points, double x, double y) =>
        svg.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{points.Size / 2}\" fill=\"{points.Color.Hex}\" opacity=\"{points.Opacity}\"/>");

    private static string Stroke(LineTrace line)
    {
        var dashes = line.Style switch
        {
            LineStyle.Dashed => " stroke-dasharray=\"8 4\"",
            LineStyle.Dotted => " stroke-dasharray=\"2 3\"",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"stroke=\"{line.Color.Hex}\" stroke-width=\"{line.Width}\" opacity=\"{line.Opacity}\"{dashes}");
    }

    private static void Line(StringBuilder svg, double x1, double y1, double x2, double y2) =>
        svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"{Grid}\"/>");

    private static void Text(StringBuilder svg, double x, double y, string text, string anchor, string attributes = "")
    {
        if (text.Length > 0)
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\"{attributes}>{WebUtility.HtmlEncode(text)}</text>");
    }

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
