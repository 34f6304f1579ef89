using System.CommandLine;
using Hnn.Plots;
using Hnn.Plots.Plotly;
using Hnn.Plots.Pictures;

namespace Hnn.Cli.Output;

/// <summary>Figures as files: interactive pages or static pictures, by the file's extension.</summary>
internal static class FigureFile
{
    private const string Page = ".html";
    private const string Picture = ".svg";

    /// <summary>An option that takes the path of a figure.</summary>
    public static Option<string?> Words(string name, string description) => new(name)
    {
        Description = $"{description} A {Page} file is an interactive page, a {Picture} file a static picture.",
        HelpName = "FILE",
        CustomParser = result =>
        {
            var path = result.Tokens[0].Value;
            if (Path.GetExtension(path) is not (Page or Picture))
                result.AddError($"'{path}' does not fit {name}. It takes a file that ends in {Page} or {Picture}.");
            return path;
        },
    };

    /// <summary>Writes a figure.</summary>
    /// <param name="path">Path that ends in <c>.html</c> or <c>.svg</c>.</param>
    /// <param name="figure">What to draw.</param>
    /// <param name="title">Title of a page.</param>
    public static void Save(string path, Figure figure, string title)
    {
        if (Path.GetExtension(path) == Picture)
            SvgPicture.Save(path, figure);
        else
            PlotlyPage.Save(path, figure, title);
    }
}
