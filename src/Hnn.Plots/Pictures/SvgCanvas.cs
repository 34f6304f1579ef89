using System.Globalization;
using System.Net;
using System.Text;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>Draws as SVG text, without scripts or outside references.</summary>
internal sealed class SvgCanvas : ICanvas
{
    private readonly StringBuilder _svg = new();

    public SvgCanvas(double width, double height) => Write(
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"Inter, system-ui, sans-serif\" font-size=\"13\">");

    public string ToSvg() => $"{_svg}</svg>\n";

    public void Line(IReadOnlyList<Spot> spots, Pen pen)
    {
        var dashes = pen.Style switch { LineStyle.Dashed => " stroke-dasharray=\"8 4\"", LineStyle.Dotted => " stroke-dasharray=\"2 3\"", _ => "" };
        Write($"<path d=\"{PathThrough(spots)}\" fill=\"none\" stroke=\"{pen.Color.Hex}\" stroke-width=\"{pen.Width}\" stroke-linejoin=\"round\"{Faded(pen.Opacity)}{dashes}/>");
    }

    public void Rectangle(Spot topLeft, double width, double height, Color color, double opacity) =>
        Write($"<rect x=\"{topLeft.X}\" y=\"{topLeft.Y}\" width=\"{width}\" height=\"{height}\" fill=\"{color.Hex}\" shape-rendering=\"crispEdges\"{Faded(opacity)}/>");

    public void Polygon(IReadOnlyList<Spot> corners, Color color, double opacity) =>
        Write($"<path d=\"{PathThrough(corners)}Z\" fill=\"{color.Hex}\"{Faded(opacity)}/>");

    public void Mark(Marker marker, Spot centre, double size, Color color, double opacity)
    {
        if (marker == Marker.Circle)
            Write($"<circle cx=\"{centre.X}\" cy=\"{centre.Y}\" r=\"{size / 2}\" fill=\"{color.Hex}\"{Faded(opacity)}/>");
        else if (MarkShape.IsStroked(marker))
            Write($"<path d=\"{string.Concat(MarkShape.Strokes(marker, centre, size).Select(PathThrough))}\" stroke=\"{color.Hex}\" stroke-width=\"{MarkShape.StrokeWidth}\"{Faded(opacity)}/>");
        else
            Polygon(MarkShape.Corners(marker, centre, size), color, opacity);
    }

    public void Text(string text, Spot at, TextStyle style)
    {
        var anchor = style.Anchor switch { TextAnchor.Middle => " text-anchor=\"middle\"", TextAnchor.End => " text-anchor=\"end\"", _ => "" };
        var size = style.Size == 13 ? "" : string.Create(CultureInfo.InvariantCulture, $" font-size=\"{style.Size}\"");
        var turn = style.IsUpward ? string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate(-90 {at.X} {at.Y})\"") : "";
        Write($"<text x=\"{at.X}\" y=\"{at.Y}\" fill=\"{style.Color.Hex}\"{anchor}{size}{(style.IsBold ? " font-weight=\"600\"" : "")}{turn}>{WebUtility.HtmlEncode(text)}</text>");
    }

    public void Image(PixelGrid cells, Spot topLeft, double width, double height) =>
        Write($"<image x=\"{topLeft.X}\" y=\"{topLeft.Y}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"data:image/png;base64,{Convert.ToBase64String(cells.ToPng())}\"/>");

    // A nested picture shows nothing beyond its own frame.
    public IDisposable Clip(Spot topLeft, double width, double height)
    {
        Write($"<svg x=\"{topLeft.X}\" y=\"{topLeft.Y}\" width=\"{width}\" height=\"{height}\" viewBox=\"{topLeft.X} {topLeft.Y} {width} {height}\">");
        return new ClipEnd(this);
    }

    private static string PathThrough(IReadOnlyList<Spot> spots)
    {
        var path = new StringBuilder();
        for (var i = 0; i < spots.Count; i++)
        {
            var (x, y) = spots[i];
            if (i > 0 && spots[i - 1].Y == y)
                path.Append(CultureInfo.InvariantCulture, $"H{x}");
            else if (i > 0 && spots[i - 1].X == x)
                path.Append(CultureInfo.InvariantCulture, $"V{y}");
            else
                path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x} {y}");
        }

        return path.ToString();
    }

    private static string Faded(double opacity) => opacity == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" opacity=\"{opacity}\"");

    private void Write(FormattableString element) => _svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private sealed class ClipEnd(SvgCanvas canvas) : IDisposable
    {
        public void Dispose() => canvas.Write($"</svg>");
    }
}
