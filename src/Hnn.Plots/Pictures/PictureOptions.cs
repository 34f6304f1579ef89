using Hnn.Plots.Colors;

namespace Hnn.Plots.Pictures;

/// <summary>How a static picture is drawn.</summary>
public sealed record PictureOptions
{
    /// <summary>900 pixels wide, light, the figure's own frame.</summary>
    public static PictureOptions Default { get; } = new();

    /// <summary>Ground and ink. Default: light.</summary>
    public Theme Theme { get; init; } = Theme.Light;

    /// <summary>Width of the whole picture in pixels. At least 200. Default: 900.</summary>
    public double Width { get; init; } = 900;

    /// <summary>Height of one row of the figure's grid in pixels. At least 100. Default: 320.</summary>
    public double RowHeight { get; init; } = 320;

    /// <summary>Index of the frame to show, for figures with frames. Default: the one the figure shows first.</summary>
    public int? Frame { get; init; }
}
