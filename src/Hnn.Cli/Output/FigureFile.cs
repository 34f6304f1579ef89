using System.CommandLine;
using Hnn.Plots;
using Hnn.Plots.Plotly;
using Hnn.Plots.Pictures;

namespace Hnn.Cli.Output;

/// <summary>Figures as files: interactive pages, static pictures or films, by the file's extension.</summary>
internal static class FigureFile
{
    private const string Page = ".html";
    private const string Svg = ".svg";
    private const string Png = ".png";
    private const string Gif = ".gif";

    /// <summary>An option that takes the path of a figure.</summary>
    /// <param name="name">The option's word.</param>
    /// <param name="description">What the figure shows.</param>
    /// <param name="hasFrames">Whether the figure has frames, so that it can be a film. Default: false.</param>
    public static Option<string?> Words(string name, string description, bool hasFrames = false) => new(name)
    {
        Description = $"{description} A {Page} file is an interactive page, an {Svg} or {Png} file a static picture{(hasFrames ? $", a {Gif} file a film" : "")}.",
        HelpName = "FILE",
        CustomParser = result =>
        {
            var path = result.Tokens[0].Value;
            if (Path.GetExtension(path) is Page or Svg or Png || (hasFrames && Path.GetExtension(path) == Gif))
                return path;
            result.AddError($"'{path}' does not fit {name}. It takes a file that ends in {(hasFrames ? $"{Page}, {Svg}, {Png} or {Gif}" : $"{Page}, {Svg} or {Png}")}.");
            return null;
        },
    };

    /// <summary>Writes a figure.</summary>
    /// <param name="path">Path that ends in <c>.html</c>, <c>.svg</c> or <c>.png</c>; in <c>.gif</c> if the figure has frames.</param>
    /// <param name="figure">What to draw.</param>
    /// <param name="title">Title of a page.</param>
    /// <exception cref="ArgumentException">A film is asked for, and the figure has no frames.</exception>
    public static void Save(string path, Figure figure, string title)
    {
        switch (Path.GetExtension(path))
        {
            case Svg:
                SvgPicture.Save(path, figure);
                break;
            case Png:
                PngPicture.Save(path, figure);
                break;
            case Gif:
                Animation.SaveGif(path, figure);
                break;
            default:
                PlotlyPage.Save(path, figure, title);
                break;
        }
    }
}
