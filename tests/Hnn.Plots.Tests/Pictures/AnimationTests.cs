using Hnn.Plots.Pictures;
using Hnn.Testing;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SkiaSharp;

namespace Hnn.Plots.Tests.Pictures;

public sealed class AnimationTests : IDisposable
{
    private static readonly PictureOptions Small = PictureOptions.Default with { Width = 300, RowHeight = 200 };
    private static readonly Figure Film = Samples.Cell with { Frames = Samples.Cell.Frames! with { At = [0, 12.5], Captions = ["one", "two"] } };

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.PathOf("film.gif");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_film_has_a_frame_for_each_of_the_figure_and_plays_over_and_over()
    {
        using var film = Saved(Film);

        Assert.Equal((2, 300, 230), (film.Frames.Count, film.Width, film.Height));
        Assert.Equal(0, film.Metadata.GetGifMetadata().RepeatCount);
    }

    [Fact]
    public void Frames_last_in_sum_as_long_as_the_speed_says()
    {
        var film = Film with { Frames = Film.Frames! with { At = [0, 1, 2, 3, 4, 5], Captions = [] }, Panels = [Samples.Lines.Panels[0]] };

        using var saved = Saved(film, framesPerSecond: 30);

        Assert.Equal([3, 4, 3, 3, 4, 3], Enumerable.Range(0, 6).Select(frame => saved.Frames[frame].Metadata.GetGifMetadata().FrameDelay));
    }

    [Fact]
    public void Each_frame_shows_what_the_picture_of_that_frame_shows()
    {
        using var film = Saved(Film);

        Assert.All([0, 1], frame =>
        {
            using var picture = SKBitmap.Decode(PngPicture.ToPng(Film, Small with { Frame = frame }, scale: 1));
            var differences = picture.Pixels.Zip(Pixels(film, frame), (drawn, shown) => Math.Abs(drawn.Red - shown.R) + Math.Abs(drawn.Green - shown.G) + Math.Abs(drawn.Blue - shown.B)).ToArray();
            // A frame has 256 colours, so that a few steps of 255 per channel are lost at soft edges; nearly all pixels keep theirs.
            Assert.InRange(differences.Max(), 0, 48);
            Assert.InRange(differences.Average(), 0, 1);
        });
        Assert.NotEqual(Pixels(film, 0), Pixels(film, 1));
    }

    [Fact]
    public void Progress_is_told_to_the_end()
    {
        List<double> shares = [];

        Animation.SaveGif(Path, Film, options: Small, progress: new Listener(shares.Add), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([0.5, 1], shares);
    }

    [Fact]
    public void A_film_that_is_ended_early_leaves_the_old_file_as_it_was()
    {
        File.WriteAllText(Path, "old");
        using var end = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Animation.SaveGif(Path, Film, options: Small, progress: new Listener(_ => end.Cancel()), cancellation: end.Token));

        Assert.Equal("old", File.ReadAllText(Path));
        Assert.Single(Directory.GetFiles(_folder.PathOf("")));
    }

    [Fact]
    public void A_figure_without_frames_is_an_error_that_names_the_way_to_a_picture() =>
        Assert.Contains("PngPicture", Assert.Throws<ArgumentException>(() => Animation.SaveGif(Path, Samples.Lines, cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    [Theory, InlineData(0), InlineData(51), InlineData(double.NaN)]
    public void A_speed_that_the_format_cannot_hold_is_an_error(double framesPerSecond) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Animation.SaveGif(Path, Film, framesPerSecond, cancellation: TestContext.Current.CancellationToken));

    private Image<Rgba32> Saved(Figure figure, double framesPerSecond = 30)
    {
        Animation.SaveGif(Path, figure, framesPerSecond, Small, cancellation: TestContext.Current.CancellationToken);
        return Image.Load<Rgba32>(Path);
    }

    private static Rgba32[] Pixels(Image<Rgba32> film, int frame)
    {
        var pixels = new Rgba32[film.Width * film.Height];
        film.Frames[frame].CopyPixelDataTo(pixels);
        return pixels;
    }

    private sealed class Listener(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
