using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests.Pictures;

/// <summary>Remembers what is drawn on it.</summary>
internal sealed class RecordingCanvas : ICanvas
{
    public List<(IReadOnlyList<Spot> Spots, Pen Pen)> Lines { get; } = [];

    public List<(Spot TopLeft, double Width, double Height, Color Color)> Rectangles { get; } = [];

    public List<(IReadOnlyList<Spot> Corners, Color Color)> Polygons { get; } = [];

    public List<(Spot Centre, Color Color)> Marks { get; } = [];

    public List<(string Text, Spot At, TextStyle Style)> Texts { get; } = [];

    public List<(PixelGrid Cells, Spot TopLeft, double Width, double Height)> Images { get; } = [];

    /// <summary>All positions and lengths.</summary>
    public IEnumerable<double> Numbers => Lines.SelectMany(line => line.Spots)
        .Concat(Rectangles.SelectMany(each => new[] { each.TopLeft, new Spot(each.Width, each.Height) }))
        .Concat(Polygons.SelectMany(polygon => polygon.Corners))
        .Concat(Marks.Select(mark => mark.Centre))
        .Concat(Texts.Select(text => text.At))
        .Concat(Images.SelectMany(each => new[] { each.TopLeft, new Spot(each.Width, each.Height) }))
        .SelectMany(spot => new[] { spot.X, spot.Y });

    public static RecordingCanvas Of(Figure figure, PictureOptions? options = null)
    {
        var canvas = new RecordingCanvas();
        new FigurePainter(figure, options ?? PictureOptions.Default).Paint(canvas);
        return canvas;
    }

    /// <summary>Left, top, right and bottom of a text, in the font of pictures in pixels.</summary>
    public static (double Left, double Top, double Right, double Bottom) BoxOf((string Text, Spot At, TextStyle Style) text)
    {
        var (at, style) = (text.At, text.Style);
        using var font = InterFont.Of(style.Size, style.IsBold);
        var width = font.MeasureText(text.Text);
        var begin = style.Anchor switch { TextAnchor.Middle => -width / 2, TextAnchor.End => -width, _ => 0 };
        var (ascent, descent) = (style.Size * 0.75, style.Size * 0.2);
        return style.IsUpward
            ? (at.X - ascent, at.Y - begin - width, at.X + descent, at.Y - begin)
            : (at.X + begin, at.Y - ascent, at.X + begin + width, at.Y + descent);
    }

    public void Line(IReadOnlyList<Spot> spots, Pen pen) => Lines.Add((spots, pen));

    public void Rectangle(Spot topLeft, double width, double height, Color color, double opacity) => Rectangles.Add((topLeft, width, height, color));

    public void Polygon(IReadOnlyList<Spot> corners, Color color, double opacity) => Polygons.Add((corners, color));

    public void Mark(Marker marker, Spot centre, double size, Color color, double opacity) => Marks.Add((centre, color));

    public void Text(string text, Spot at, TextStyle style) => Texts.Add((text, at, style));

    public void Image(PixelGrid cells, Spot topLeft, double width, double height) => Images.Add((cells, topLeft, width, height));

    public IDisposable Clip(Spot topLeft, double width, double height) => new NoEnd();

    private sealed class NoEnd : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
