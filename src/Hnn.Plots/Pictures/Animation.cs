using Hnn.Core.Files;

namespace Hnn.Plots.Pictures;

/// <summary>Films of figures with frames, as animated GIF files that every browser and every program for slides plays.</summary>
public static class Animation
{
    // Viewers slow films down whose frames last less than two hundredths of a second.
    private const double MostFramesPerSecond = 50;
    private const double LeastFramesPerSecond = 0.01;

    /// <summary>Writes the frames of a figure as a GIF file that plays over and over.</summary>
    /// <param name="path">Path of the file; its folder is made if it is missing, an existing file is replaced.</param>
    /// <param name="figure">A figure with <see cref="Figure.Frames"/>.</param>
    /// <param name="framesPerSecond">Speed, 0.01 to 50. The format counts time in hundredths of a second: frames last a hundredth more or less in turn, so that the whole lasts as long as it should. Default: 30.</param>
    /// <param name="options">Size and theme; its frame is of no effect. Default: <see cref="PictureOptions.Default"/>.</param>
    /// <param name="scale">Pixels of the file per pixel of <paramref name="options"/>, 0.1 to 10. Default: 1.</param>
    /// <param name="progress">Is told the share of the frames that are written, above 0 to 1.</param>
    /// <param name="cancellation">Ends the work between two frames.</param>
    /// <exception cref="ArgumentException">The figure has no frames or no panel, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be written; an existing one is unharmed.</exception>
    /// <exception cref="OperationCanceledException">The work was ended; an existing file is unharmed.</exception>
    public static void SaveGif(
        string path, Figure figure, double framesPerSecond = 30, PictureOptions? options = null, double scale = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Frames is not { At.IsDefaultOrEmpty: false } frames)
            throw new ArgumentException($"The figure has no frames, so there is nothing that moves. Pass a figure with {nameof(Figure.Frames)}, or save it as a picture with {nameof(PngPicture)}.{nameof(PngPicture.Save)}.", nameof(figure));
        if (framesPerSecond is not (>= LeastFramesPerSecond and <= MostFramesPerSecond))
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, $"A GIF file shows {LeastFramesPerSecond} to {MostFramesPerSecond} frames per second. Choose a speed between them.");

        AtomicFile.Write(path, stream =>
        {
            var film = new GifFilm(stream);
            for (var frame = 0; frame < frames.At.Length; frame++)
            {
                cancellation.ThrowIfCancellationRequested();
                using var picture = PngPicture.Draw(figure, (options ?? PictureOptions.Default) with { Frame = frame }, scale);
                film.Add(picture, EndOf(frame) - EndOf(frame - 1));
                progress?.Report((frame + 1.0) / frames.At.Length);
            }

            film.End();
        }, makeFolder: true);

        int EndOf(int frame) => (int)Math.Round((frame + 1) * 100 / framesPerSecond);
    }
}
