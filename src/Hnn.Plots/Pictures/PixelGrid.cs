using Hnn.Plots.Colors;
using SkiaSharp;

namespace Hnn.Plots.Pictures;

/// <summary>A small picture of coloured cells, for heat maps with too many cells to be drawn one by one.</summary>
internal sealed class PixelGrid
{
    private readonly SKColor[] _pixels;

    /// <summary>Colours the cells.</summary>
    /// <param name="width">Number of columns.</param>
    /// <param name="height">Number of rows.</param>
    /// <param name="colorOf">The colour of a cell by column and row from the left top, or null for an empty one.</param>
    public PixelGrid(int width, int height, Func<int, int, Color?> colorOf)
    {
        (Width, Height) = (width, height);
        _pixels = [.. from row in Enumerable.Range(0, height) from column in Enumerable.Range(0, width) select ToSkia(colorOf(column, row))];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The cells as a bitmap; whoever asks disposes it.</summary>
    public SKBitmap ToBitmap() => new(Width, Height, SKColorType.Rgba8888, SKAlphaType.Unpremul) { Pixels = _pixels };

    /// <summary>The cells as a PNG file.</summary>
    public byte[] ToPng()
    {
        using var bitmap = ToBitmap();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    private static SKColor ToSkia(Color? color) => color is { } seen ? new SKColor(seen.Red, seen.Green, seen.Blue) : SKColors.Transparent;
}
