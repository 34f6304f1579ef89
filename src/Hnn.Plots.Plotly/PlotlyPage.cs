using System.Globalization;
using System.Net;
using System.Text;
using Hnn.Core.Files;
using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;

namespace Hnn.Plots.Plotly;

/// <summary>Web pages with one interactive figure each. A page is a single file that needs no network, now or later.</summary>
public static class PlotlyPage
{
    /// <summary>Writes a figure as a web page.</summary>
    /// <param name="path">Path of the page; its folder is made if it is missing, an existing file is replaced.</param>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="title">Title of the page. Default: Figure.</param>
    /// <param name="theme">Ground and ink. Default: <see cref="Theme.Light"/>.</param>
    /// <exception cref="ArgumentException">The figure has no panel.</exception>
    /// <exception cref="IOException">The file cannot be written; an existing one is unharmed.</exception>
    public static void Save(string path, Figure figure, string title = "Figure", Theme? theme = null)
    {
        var page = ToHtml(figure, title, theme);
        AtomicFile.WriteText(path, page, makeFolder: true);
    }

    /// <summary>Makes a web page of a figure: about 3.6 MB, nearly all of it plotly.js itself.</summary>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <param name="title">Title of the page. Default: Figure.</param>
    /// <param name="theme">Ground and ink. Default: <see cref="Theme.Light"/>.</param>
    /// <returns>The page; where scripts do not run, it shows a static picture.</returns>
    /// <exception cref="ArgumentException">The figure has no panel.</exception>
    public static string ToHtml(Figure figure, string title = "Figure", Theme? theme = null)
    {
        var colors = theme ?? Theme.Light;
        var picture = SvgPicture.ToSvg(figure, PictureOptions.Default with { Theme = colors });
        var heading = WebUtility.HtmlEncode(title);
        return new StringBuilder()
            .Append("<!DOCTYPE html>\n")
            .Append(CultureInfo.InvariantCulture, $"<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{heading}</title></head>\n")
            .Append("<body style=\"margin: 1rem auto; padding: 0 1rem; max-width: 1100px; font-family: system-ui, sans-serif; ")
            .Append(CultureInfo.InvariantCulture, $"background: {colors.Background.Hex}; color: {colors.Ink.Hex}\">\n")
            .Append(CultureInfo.InvariantCulture, $"<h1 style=\"font-size: 1.3rem\">{heading}</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<script>{PlotlyFragment.Script}</script>\n")
            .Append(PlotlyFragment.ToHtml(figure, $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(picture))}", colors))
            .Append("</body></html>\n")
            .ToString();
    }
}
