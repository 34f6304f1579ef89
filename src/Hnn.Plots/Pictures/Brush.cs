using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>What a panel is drawn with: a canvas, the theme's colours, and the frame that is shown.</summary>
internal sealed record Brush(ICanvas Canvas, Theme Theme, int Frame)
{
    private const double Edge = 0.75;
    private const double SmallSize = 11;

    // WCAG 2.2, 1.4.3.
    private const double ContrastOfText = 4.5;

    public Pen GridPen => new(Theme.Grid, 1);

    public Pen ZeroPen => new(Middle, 1);

    // Half way between ground and ink: it can be seen on the ground, and beside colours of every brightness.
    private Color Middle => Theme.Ink.MixedWith(Theme.Background, 0.5);

    public TextStyle Words(TextAnchor anchor = TextAnchor.Start) => new(Theme.Ink, anchor);

    /// <summary>A colour for letters: as much of the ink is added as it takes to read them.</summary>
    public Color Readable(Color color)
    {
        var (readable, share) = (color, 0.0);
        while (share < 1 && readable.ContrastTo(Theme.Background) < ContrastOfText)
            readable = color.MixedWith(Theme.Ink, share = Math.Min(1, share + 0.05));
        return readable;
    }

    /// <summary>Writes a text, if there is any: smaller where there is little room, and no more of it than there is room for.</summary>
    public void Write(string text, Spot at, TextStyle style, double room = double.PositiveInfinity)
    {
        if (text.Length == 0)
            return;
        if (InterFont.RoomFor(text, style.Size, style.IsBold) > room)
            style = style with { Size = SmallSize };
        Canvas.Text(InterFont.Shortened(text, room, style.Size, style.IsBold), at, style);
    }

    /// <summary>Draws a line that may have any colour, also the ground's: its edge is seen.</summary>
    public void EdgedLine(IReadOnlyList<Spot> spots, Pen pen)
    {
        Canvas.Line(spots, pen with { Color = Middle, Width = pen.Width + (2 * Edge) });
        Canvas.Line(spots, pen);
    }

    /// <summary>Draws a mark that may have any colour, also the ground's: its edge is seen.</summary>
    public void EdgedMark(Marker marker, Spot centre, double size, Color color, double opacity)
    {
        Canvas.Mark(marker, centre, size + (2 * Edge), Middle, opacity);
        Canvas.Mark(marker, centre, size, color, opacity);
    }
}
