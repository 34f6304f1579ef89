using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>What a static picture is drawn on: pixels from the left top corner. Whoever draws has rounded positions and adapted colours already.</summary>
internal interface ICanvas
{
    /// <summary>Draws a line through points that are all finite.</summary>
    void Line(IReadOnlyList<Spot> spots, Pen pen);

    /// <summary>Fills a rectangle up to the nearest whole pixels, so that neighbours touch without a seam.</summary>
    void Rectangle(Spot topLeft, double width, double height, Color color, double opacity);

    /// <summary>Fills a polygon.</summary>
    void Polygon(IReadOnlyList<Spot> corners, Color color, double opacity);

    /// <summary>Draws a point's mark.</summary>
    /// <param name="marker">Its form.</param>
    /// <param name="centre">Its centre.</param>
    /// <param name="size">Its diameter in pixels.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="opacity">0 to 1.</param>
    void Mark(Marker marker, Spot centre, double size, Color color, double opacity);

    /// <summary>Writes one line of text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where its anchor stands on the base line.</param>
    /// <param name="style">Size, colour, weight, anchor and direction.</param>
    void Text(string text, Spot at, TextStyle style);

    /// <summary>Draws coloured cells, stretched over a rectangle without smoothing.</summary>
    void Image(PixelGrid cells, Spot topLeft, double width, double height);

    /// <summary>Everything drawn until the result is disposed is seen only within a rectangle.</summary>
    IDisposable Clip(Spot topLeft, double width, double height);
}
