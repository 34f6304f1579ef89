namespace Hnn.Plots.Pictures;

/// <summary>Where the parts of a panel lie in the picture: the frame of its axes, and at its right the second axis, colour bars and legend.</summary>
internal sealed class PanelLayout
{
    public const double LegendRow = 20;
    public const double LegendIndent = 32;
    public const double ColorBarWidth = 96;

    // What fonts are at hand is not known: wide letters are assumed.
    private const double LetterWidth = 7.6;
    private const double LeastSide = 24;
    private const double RightAxisWidth = 62;

    /// <summary>Lays out one panel of a figure.</summary>
    /// <param name="figure">The figure: panels in the same column have frames of the same width.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="columnWidth">Pixels of a column of the grid.</param>
    /// <param name="rowHeight">Pixels of a row of the grid.</param>
    /// <param name="top">Pixels above the grid.</param>
    public PanelLayout(Figure figure, Panel panel, double columnWidth, double rowHeight, double top)
    {
        var area = panel.Area;
        var column = figure.Panels.Where(other => other.Area.Left == area.Left && other.Area.Width == area.Width).ToArray();
        SharesX = figure.SharesX && column.Length > 1 && panel.Z is null;
        Column = SharesX ? column.Where(other => other.Z is null).ToArray() : [panel];
        IsLowest = Column.All(other => other.Area.Top <= area.Top);

        Left = AxisScale.Rounded((area.Left * columnWidth) + column.Max(LeftWidth));
        Outer = AxisScale.Rounded(area.Right * columnWidth);
        Right = AxisScale.Rounded(Math.Max(Left + 60, Outer - Math.Min(column.Max(SideWidth), area.Width * columnWidth / 2)));
        Top = AxisScale.Rounded(top + (area.Top * rowHeight) + (panel.Title.Length > 0 || !SharesX ? 34 : 14));
        Bottom = AxisScale.Rounded(top + (area.Bottom * rowHeight) - (SharesX && !IsLowest ? 16 : 54));
        LabelX = AxisScale.Rounded((area.Left * columnWidth) + 18);
    }

    /// <summary>The frame's left side.</summary>
    public double Left { get; }

    /// <summary>The frame's right side.</summary>
    public double Right { get; }

    /// <summary>The frame's upper side.</summary>
    public double Top { get; }

    /// <summary>The frame's lower side.</summary>
    public double Bottom { get; }

    /// <summary>The right side of all that belongs to the panel.</summary>
    public double Outer { get; }

    /// <summary>Where the vertical axis' label stands.</summary>
    public double LabelX { get; }

    /// <summary>The panels whose range of X this one has, itself among them.</summary>
    public Panel[] Column { get; }

    public bool SharesX { get; }

    public bool IsLowest { get; }

    public Spot TopLeft => new(Left, Top);

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>Pixels between the frame and the legend or colour bars.</summary>
    public static double RightAxisSpace(Panel panel) => panel.Right is null ? 16 : RightAxisWidth;

    private static double LeftWidth(Panel panel)
    {
        var longest = panel.Y.Ticks.Select(tick => tick.Text.Length).DefaultIfEmpty().Max();
        return panel.Z is null ? Math.Max(80, (longest * LetterWidth) + (panel.Y.Label.Length > 0 ? 40 : 18)) : 40;
    }

    private static double SideWidth(Panel panel)
    {
        var longest = PanelData.InLegend(panel).Select(trace => trace.Name.Length).DefaultIfEmpty().Max();
        var legend = longest > 0 ? LegendIndent + (longest * LetterWidth) + 12 : 0;
        var bars = PanelData.Scales(panel).Length * ColorBarWidth;
        return Math.Max(LeastSide, (panel.Right is null && legend + bars == 0 ? 0 : RightAxisSpace(panel)) + legend + bars);
    }
}
