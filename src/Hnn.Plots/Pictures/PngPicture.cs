using Hnn.Core.Files;

namespace Hnn.Plots.Pictures;

/// <summary>Static pictures of figures as PNG files, with a font of their own: they need none on the machine.</summary>
public static class PngPicture
{
    /// <summary>Writes a figure as a PNG file.</summary>
    /// <param name="path">Path of the file; its folder is made if it is missing, an existing file is replaced.</param>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="options">Size, theme and frame. Default: <see cref="PictureOptions.Default"/>.</param>
    /// <param name="scale">Pixels of the file per pixel of <paramref name="options"/>, 0.1 to 10. Default: 2, sharp on screens with fine pixels and in print.</param>
    /// <exception cref="ArgumentException">The figure has no panel, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be written; an existing one is unharmed.</exception>
    public static void Save(string path, Figure figure, PictureOptions? options = null, double scale = 2)
    {
        var png = ToPng(figure, options, scale);
        AtomicFile.Write(path, stream => stream.Write(png), makeFolder: true);
    }

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="options">Size, theme and frame. Default: <see cref="PictureOptions.Default"/>.</param>
    /// <param name="scale">Pixels of the file per pixel of <paramref name="options"/>, 0.1 to 10. Default: 2.</param>
    /// <returns>The content of the PNG file; the same for the same figure. A character that the font Inter lacks is drawn as a box.</returns>
    /// <exception cref="ArgumentException">The figure has no panel, or an option is out of range.</exception>
    public static byte[] ToPng(Figure figure, PictureOptions? options = null, double scale = 2)
    {
        using var canvas = Draw(figure, options ?? PictureOptions.Default, scale);
        return canvas.ToPng();
    }

    internal static PngCanvas Draw(Figure figure, PictureOptions options, double scale)
    {
        if (scale is not (>= 0.1 and <= 10))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "A picture is drawn with 0.1 to 10 pixels per pixel of its size, so that it neither vanishes nor fills the memory. Choose a scale between them.");
        var painter = new FigurePainter(figure, options);
        var canvas = new PngCanvas(painter.Width, painter.Height, scale);
        try
        {
            painter.Paint(canvas);
            return canvas;
        }
        catch
        {
            canvas.Dispose();
            throw;
        }
    }
}
