using System.Text;
using Hnn.Cli.Output;
using Hnn.Core.Networks;
using Hnn.Plots;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Output;

// Here the namespace Hnn.Plots would hide the class; in a user's code it does not.
using Plots = Hnn.Plots.Plots;

public sealed class FigureFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // The first bytes by which programs know such files.
    [Theory, InlineData(".html", "<!DOCTYPE html>"), InlineData(".svg", "<svg"), InlineData(".png", "\u0089PNG"), InlineData(".gif", "GIF89a")]
    public void The_extension_decides_what_is_written(string extension, string begin)
    {
        var path = _folder.PathOf($"figure{extension}");

        FigureFile.Save(path, FigureWithFrames(), "A title");

        Assert.Equal(begin, Encoding.Latin1.GetString(File.ReadAllBytes(path))[..begin.Length], ignoreCase: true);
    }

    [Theory]
    [InlineData("a.png", false, true)]
    [InlineData("a.gif", false, false)]
    [InlineData("a.gif", true, true)]
    [InlineData("a.bmp", true, false)]
    public void A_film_is_offered_only_where_there_are_frames(string path, bool hasFrames, bool isTaken)
    {
        var option = FigureFile.Words("--figure", "A figure.", hasFrames);

        var parsed = new System.CommandLine.RootCommand { option }.Parse(["--figure", path]);

        Assert.Equal(isTaken, parsed.Errors.Count == 0);
        Assert.Equal(hasFrames, option.Description!.Contains(".gif", StringComparison.Ordinal));
    }

    private static Figure FigureWithFrames()
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (2, 2) });
        return Plots.CellConnectivity(net, net.Connections[0]);
    }
}
