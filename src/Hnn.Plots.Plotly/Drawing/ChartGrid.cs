using System.Collections.Immutable;
using Hnn.Plots.Pictures;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>Where everything lies in a chart: as in the static picture of the figure, in shares of the area between the margins.</summary>
/// <remarks>The height is fixed; the width may become another, and the margins keep theirs.</remarks>
internal sealed class ChartGrid
{
    private const double ControlsHeight = 70;

    private readonly double _pictureHeight;

    public ChartGrid(Figure figure)
    {
        var options = PictureOptions.Default;
        var top = HasCaption(figure) ? FigurePainter.CaptionHeight : 0;
        var colors = 0;
        Panels = [.. figure.Panels.Select((panel, index) =>
        {
            var place = new PanelPlace(panel, new PanelLayout(figure, panel, options.Width / figure.Width, options.RowHeight, top), index, figure.Panels.Length, colors);
            colors += place.Scales.Length;
            return place;
        })];
        _pictureHeight = FigurePainter.HeightOf(figure, options.RowHeight, top);
        Controls = figure.Frames is { IsPlayable: true } ? ControlsHeight : 0;
        (Left, Top) = (Panels.Min(place => place.Frame.Left), Panels.Min(place => place.Frame.Top));
        (Right, Bottom) = (options.Width - Panels.Max(place => place.Frame.Right), Controls + _pictureHeight - Panels.Max(place => place.Frame.Bottom));
        (Width, Height) = (options.Width - Left - Right, _pictureHeight + Controls - Top - Bottom);
    }

    public ImmutableArray<PanelPlace> Panels { get; }

    /// <summary>The left margin in pixels.</summary>
    public double Left { get; }

    /// <summary>The right margin in pixels.</summary>
    public double Right { get; }

    /// <summary>The upper margin in pixels.</summary>
    public double Top { get; }

    /// <summary>The lower margin in pixels.</summary>
    public double Bottom { get; }

    /// <summary>The width between the margins in pixels, in a chart as wide as a static picture.</summary>
    public double Width { get; }

    /// <summary>The height between the margins in pixels.</summary>
    public double Height { get; }

    /// <summary>Height of the strip below the panels that holds the slider.</summary>
    public double Controls { get; }

    /// <summary>Height of the whole chart in pixels.</summary>
    public double WholeHeight => _pictureHeight + Controls;

    /// <summary>Whether there is a strip above the panels for a sentence on the frame that is shown.</summary>
    public static bool HasCaption(Figure figure) => figure.Frames is { Captions.IsEmpty: false };

    /// <summary>A pixel of the static picture as a share of the width.</summary>
    public double X(double pixel) => Share(pixel - Left, Width);

    /// <summary>A pixel of the static picture as a share of the height, counted from below.</summary>
    public double Y(double pixel) => Share(Top + Height - pixel, Height);

    private static double Share(double part, double whole) => Math.Round(part / whole, 5);
}
