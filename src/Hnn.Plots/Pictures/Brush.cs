using Hnn.Plots.Colors;

namespace Hnn.Plots.Pictures;

/// <summary>What a panel is drawn with: a canvas, the theme's colours, and the frame that is shown.</summary>
internal sealed record Brush(ICanvas Canvas, Theme Theme, int Frame)
{
    public Pen GridPen => new(Theme.Grid, 1);

    public Pen AxisPen => new(Theme.Ink, 1);

    public TextStyle Words(TextAnchor anchor = TextAnchor.Start) => new(Theme.Ink, anchor);
}
