using System.Globalization;
using System.Net;
using Hnn.Plots;
using Hnn.Plots.Pictures;

namespace Hnn.Interactive.Charts;

/// <summary>Figures as pictures in the theme of the notebook. Viewers that trust nobody drop inline SVG, but keep images with a data address.</summary>
internal static class StillPicture
{
    // So many pixels for one, sharp on fine screens, where the size is given by the page.
    private const double FinePixels = 2;

    private static PictureOptions Options => PictureOptions.Default with { Theme = NotebookSettings.Theme };

    /// <summary>The PNG file of a figure in Base64, one pixel for a pixel: viewers show it in its own size.</summary>
    public static string Base64(Figure figure) => Convert.ToBase64String(PngPicture.ToPng(figure, Options, scale: 1));

    /// <summary>The address of a figure's picture that holds the picture itself.</summary>
    public static string Uri(Figure figure) => $"data:image/png;base64,{Convert.ToBase64String(PngPicture.ToPng(figure, Options, FinePixels))}";

    /// <summary>An image element with the figure's description as its alternative text.</summary>
    public static string Html(Figure figure) => string.Create(
        CultureInfo.InvariantCulture, $"<img src=\"{Uri(figure)}\" width=\"{Options.Width}\" alt=\"{WebUtility.HtmlEncode(FigureWords.Describe(figure))}\">");
}
