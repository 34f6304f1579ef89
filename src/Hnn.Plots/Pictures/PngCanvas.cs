using Hnn.Plots.Colors;
using Hnn.Plots.Traces;
using SkiaSharp;

namespace Hnn.Plots.Pictures;

/// <summary>Draws as pixels. Letters are drawn as outlines, without the help of the system, so that they are the same everywhere.</summary>
internal sealed class PngCanvas : ICanvas, IDisposable
{
    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;

    /// <summary>Begins a picture.</summary>
    /// <param name="width">Width in the pixels of whoever draws.</param>
    /// <param name="height">Height in the same.</param>
    /// <param name="scale">Pixels of the picture per pixel of whoever draws.</param>
    public PngCanvas(double width, double height, double scale)
    {
        _bitmap = new SKBitmap((int)Math.Round(width * scale), (int)Math.Round(height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        _canvas = new SKCanvas(_bitmap);
        _canvas.Scale((float)scale);
    }

    public int Width => _bitmap.Width;

    public int Height => _bitmap.Height;

    /// <summary>The pixels row by row, four bytes each: red, green, blue and 255.</summary>
    public ReadOnlySpan<byte> Pixels => _bitmap.GetPixelSpan();

    /// <summary>The picture as a PNG file.</summary>
    public byte[] ToPng()
    {
        using var png = _bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    public void Line(IReadOnlyList<Spot> spots, Pen pen)
    {
        using var path = PathThrough(spots, closed: false);
        using var paint = Stroke(pen.Color, pen.Opacity, pen.Width);
        float[]? dashes = pen.Style switch { LineStyle.Dashed => [8, 4], LineStyle.Dotted => [2, 3], _ => null };
        using var effect = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0);
        paint.PathEffect = effect;
        _canvas.DrawPath(path, paint);
    }

    public void Rectangle(Spot topLeft, double width, double height, Color color, double opacity)
    {
        using var paint = Fill(color, opacity);
        paint.IsAntialias = false;
        _canvas.DrawRect(RectangleAt(topLeft, width, height), paint);
    }

    public void Polygon(IReadOnlyList<Spot> corners, Color color, double opacity)
    {
        using var path = PathThrough(corners, closed: true);
        using var paint = Fill(color, opacity);
        _canvas.DrawPath(path, paint);
    }

    public void Mark(Marker marker, Spot centre, double size, Color color, double opacity)
    {
        if (marker == Marker.Circle)
        {
            using var fill = Fill(color, opacity);
            _canvas.DrawCircle(PointAt(centre), (float)(size / 2), fill);
        }
        else if (MarkShape.IsStroked(marker))
        {
            // One path, so that a mark that is seen through is not darker where its strokes cross.
            using var path = new SKPath();
            foreach (var stroke in MarkShape.Strokes(marker, centre, size))
                path.AddPoly([.. stroke.Select(PointAt)], close: false);
            using var paint = Stroke(color, opacity, MarkShape.StrokeWidth);
            _canvas.DrawPath(path, paint);
        }
        else
        {
            Polygon(MarkShape.Corners(marker, centre, size), color, opacity);
        }
    }

    public void Text(string text, Spot at, TextStyle style)
    {
        using var font = InterFont.Of(style.Size, style.IsBold);
        var begin = style.Anchor switch { TextAnchor.Middle => -font.MeasureText(text) / 2, TextAnchor.End => -font.MeasureText(text), _ => 0 };
        using var letters = font.GetTextPath(text, new SKPoint(begin, 0));
        using var paint = Fill(style.Color, 1);
        using var restored = new SKAutoCanvasRestore(_canvas);
        _canvas.Translate(PointAt(at));
        if (style.IsUpward)
            _canvas.RotateDegrees(-90);
        _canvas.DrawPath(letters, paint);
    }

    public void Image(PixelGrid cells, Spot topLeft, double width, double height)
    {
        using var bitmap = cells.ToBitmap();
        using var image = SKImage.FromBitmap(bitmap);
        _canvas.DrawImage(image, RectangleAt(topLeft, width, height), new SKSamplingOptions(SKFilterMode.Nearest));
    }

    public IDisposable Clip(Spot topLeft, double width, double height)
    {
        var restored = new SKAutoCanvasRestore(_canvas);
        _canvas.ClipRect(RectangleAt(topLeft, width, height));
        return restored;
    }

    public void Dispose()
    {
        _canvas.Dispose();
        _bitmap.Dispose();
    }

    private static SKPath PathThrough(IReadOnlyList<Spot> spots, bool closed)
    {
        var path = new SKPath();
        path.AddPoly([.. spots.Select(PointAt)], closed);
        return path;
    }

    private static SKPaint Fill(Color color, double opacity) => new()
    {
        Color = new SKColor(color.Red, color.Green, color.Blue, (byte)Math.Round(255 * opacity)),
        IsAntialias = true,
    };

    private static SKPaint Stroke(Color color, double opacity, double width)
    {
        var paint = Fill(color, opacity);
        (paint.Style, paint.StrokeWidth, paint.StrokeJoin) = (SKPaintStyle.Stroke, (float)width, SKStrokeJoin.Round);
        return paint;
    }

    private static SKPoint PointAt(Spot spot) => new((float)spot.X, (float)spot.Y);

    private static SKRect RectangleAt(Spot topLeft, double width, double height) => SKRect.Create((float)topLeft.X, (float)topLeft.Y, (float)width, (float)height);
}
