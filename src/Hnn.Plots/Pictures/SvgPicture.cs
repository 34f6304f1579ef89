using Hnn.Core.Files;

namespace Hnn.Plots.Pictures;

/// <summary>Static pictures of figures as SVG text, without scripts or outside references.</summary>
public static class SvgPicture
{
    /// <summary>Writes a figure as an SVG file.</summary>
    /// <param name="path">Path of the file; its folder is made if it is missing, an existing file is replaced.</param>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="options">Size, theme and frame. Default: <see cref="PictureOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The figure has no panel, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be written; an existing one is unharmed.</exception>
    public static void Save(string path, Figure figure, PictureOptions? options = null)
    {
        var text = ToSvg(figure, options);
        AtomicFile.WriteText(path, text, makeFolder: true);
    }

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="options">Size, theme and frame. Default: <see cref="PictureOptions.Default"/>.</param>
    /// <returns>The SVG document; the same for the same figure on every machine.</returns>
    /// <exception cref="ArgumentException">The figure has no panel, or an option is out of range.</exception>
    public static string ToSvg(Figure figure, PictureOptions? options = null)
    {
        var painter = new FigurePainter(figure, options ?? PictureOptions.Default);
        var canvas = new SvgCanvas(painter.Width, painter.Height);
        painter.Paint(canvas);
        return canvas.ToSvg();
    }
}
