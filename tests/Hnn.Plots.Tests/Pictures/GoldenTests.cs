using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;

namespace Hnn.Plots.Tests.Pictures;

/// <summary>Pictures as they were when someone last looked at them. The texts in the folder Golden open in any browser; the colours of their colour bars are left out.</summary>
public partial class GoldenTests
{
    private const string AcceptSwitch = "HNN_ACCEPT_GOLDEN";

    public static TheoryData<string, bool> Pictures => new() { { "lines", false }, { "bars", false }, { "matrix", true }, { "spectrum", false }, { "cell", true }, { "raster", false } };

    [Theory, MemberData(nameof(Pictures))]
    public void A_picture_changes_only_on_purpose(string name, bool isDark)
    {
        var path = Path.Combine(Path.GetDirectoryName(PathOfThisFile())!, "Golden", $"{name}.svg");
        var options = PictureOptions.Default with { Width = 620, RowHeight = 240, Theme = isDark ? Theme.Dark : Theme.Light };
        var actual = Compressed.Replace(SvgPicture.ToSvg(Samples.All[name], options), "base64,");
        if (Environment.GetEnvironmentVariable(AcceptSwitch) == "1")
            File.WriteAllText(path, actual);

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

        Assert.True(expected == actual, $"{FirstDifference(expected, actual)}\nIf the change is meant, look at the pictures and accept it: {AcceptSwitch}=1 dotnet run --project tests/Hnn.Plots.Tests");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (before, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1} was '{before.ElementAtOrDefault(line)}' and is '{now.ElementAtOrDefault(line)}'.";
    }

    private static string PathOfThisFile([CallerFilePath] string path = "") => path;

    // The same pixels may be compressed otherwise on another processor.
    [GeneratedRegex("base64,[A-Za-z0-9+/=]+")]
    private static partial Regex Compressed { get; }
}
