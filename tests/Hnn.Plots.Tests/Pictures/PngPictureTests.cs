using System.Diagnostics;
using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Hnn.Testing;
using SkiaSharp;

namespace Hnn.Plots.Tests.Pictures;

public class PngPictureTests
{
    private static readonly Panel Bare = new() { X = new("") { Ticks = [new(-1, "")] }, Y = new("") { Ticks = [new(-1, "")] }, Traces = [] };

    [Theory, InlineData(1, 900, 320), InlineData(2, 1800, 640), InlineData(0.5, 450, 160)]
    public void The_picture_has_the_size_asked_for_times_the_scale(double scale, int width, int height)
    {
        using var picture = SKBitmap.Decode(PngPicture.ToPng(Samples.Lines, scale: scale));

        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    [Fact]
    public void The_same_figure_gives_the_same_bytes() =>
        Assert.All(Samples.All.Values, figure => Assert.Equal(PngPicture.ToPng(figure, scale: 1), PngPicture.ToPng(figure, scale: 1)));

    [Fact]
    public void A_heading_changes_the_picture()
    {
        using var without = SKBitmap.Decode(PngPicture.ToPng(Samples.FigureOf(Bare)));
        using var with = SKBitmap.Decode(PngPicture.ToPng(Samples.FigureOf(Bare with { Title = "Dipole" })));

        // Six letters of 13 pixels at scale 2: each has some tens of pixels that are not ground.
        Assert.InRange(with.Pixels.Zip(without.Pixels).Count(pair => pair.First != pair.Second), 300, 3000);
    }

    [Fact]
    public void A_figure_that_cannot_be_drawn_leaves_no_picture_in_memory()
    {
        var bars = Samples.Cell with { Panels = [Samples.Cell.Panels[0] with { Traces = Samples.Bars.Panels[0].Traces }] };
        const int tries = 4;
        var before = Environment.WorkingSet;

        for (var one = 0; one < tries; one++)
            Assert.Throws<ArgumentException>(() => PngPicture.ToPng(bars, scale: 10));

        // Each picture has more than 9000 × 3200 pixels of four bytes.
        Assert.True(Environment.WorkingSet - before < tries / 2 * 9000L * 3200 * 4);
    }

    [Fact]
    public void Text_appears_on_a_machine_without_fonts()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("fonts.conf"), "<fontconfig></fontconfig>");
        var start = new ProcessStartInfo("dotnet", [typeof(PngPictureTests).Assembly.Location, "-noLogo", "-noColor", "-method", $"*.{nameof(A_heading_changes_the_picture)}"]) { RedirectStandardOutput = true };
        (start.Environment["FONTCONFIG_PATH"], start.Environment["FONTCONFIG_FILE"]) = (folder.PathOf(""), folder.PathOf("fonts.conf"));

        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();

        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_Greek_letters_and_powers_are_in_the_font()
    {
        using var font = InterFont.Of(13, isBold: false);

        Assert.All("µμΩΩαβγδλπστφωΔΣ·×±−–°²³⁻⁰¹⁴⁵⁶⁷⁸⁹√∞≈≤≥→…".Select(letter => (int)letter), letter => Assert.NotEqual(0, font.GetGlyph(letter)));
    }

    [Theory, InlineData("漢"), InlineData("☃"), InlineData("\U0001F9E0")]
    public void A_character_that_the_font_lacks_is_seen_as_a_box(string character)
    {
        using var without = SKBitmap.Decode(PngPicture.ToPng(Samples.FigureOf(Bare)));
        using var with = SKBitmap.Decode(PngPicture.ToPng(Samples.FigureOf(Bare with { Title = character })));

        Assert.InRange(with.Pixels.Zip(without.Pixels).Count(pair => pair.First != pair.Second), 30, 2000);
    }

    [Fact]
    public void The_ground_is_that_of_the_theme()
    {
        using var picture = SKBitmap.Decode(PngPicture.ToPng(Samples.Lines, PictureOptions.Default with { Theme = Theme.Dark }));

        Assert.Equal(new SKColor(0x16, 0x18, 0x1D), picture.GetPixel(0, 0));
        Assert.Equal(new SKColor(0x16, 0x18, 0x1D), picture.GetPixel(picture.Width - 1, picture.Height - 1));
    }

    [Fact]
    public void A_picture_is_saved_in_a_folder_that_is_made_for_it()
    {
        using var folder = new TemporaryFolder();

        PngPicture.Save(folder.PathOf("new/figure.png"), Samples.Bars);

        Assert.Equal(PngPicture.ToPng(Samples.Bars), File.ReadAllBytes(folder.PathOf("new/figure.png")));
    }

    [Theory, InlineData(0), InlineData(11), InlineData(double.NaN)]
    public void A_scale_out_of_range_is_an_error(double scale) => Assert.Throws<ArgumentOutOfRangeException>(() => PngPicture.ToPng(Samples.Lines, scale: scale));
}
