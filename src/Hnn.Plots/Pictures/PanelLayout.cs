namespace Hnn.Plots.Pictures;

/// <summary>Where the parts of a panel lie in the picture: the frame of its axes, and around it heading, numbers, labels, colour bars and legend.</summary>
internal sealed class PanelLayout
{
    /// <summary>Distance between the frame and the numbers of its vertical axes.</summary>
    public const double TickGap = 8;

    /// <summary>Greatest length of an upright text below the frame.</summary>
    public const double MostForTicksBelow = 110;

    // A narrower panel has its legend above the frame, where it takes nothing of the width.
    private const double LeastWidthForLegendBeside = 600;
    private const double LeastFrame = 60;
    private const double TitleHeight = 34;
    private const double LabelHeight = 26;
    private const double EdgeOfSpace = 40;

    // Half of the last number below the frame stands beyond its right side.
    private const double EdgeAtRight = 24;

    private readonly Figure _figure;
    private readonly double _columnWidth;
    private readonly double _rowHeight;

    /// <summary>Lays out one panel of a figure.</summary>
    /// <param name="figure">The figure: panels in the same column have frames of the same width, panels in the same row frames of the same height.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="columnWidth">Pixels of a column of the grid.</param>
    /// <param name="rowHeight">Pixels of a row of the grid.</param>
    /// <param name="top">Pixels above the grid.</param>
    public PanelLayout(Figure figure, Panel panel, double columnWidth, double rowHeight, double top)
    {
        (_figure, _columnWidth, _rowHeight) = (figure, columnWidth, rowHeight);
        var area = panel.Area;
        Column = SharedColumn(panel);
        IsLowest = Column.All(other => other.Area.Top <= area.Top);
        var row = figure.Panels.Where(other => other.Area.Top == area.Top && other.Area.Height == area.Height).ToArray();

        (Left, Right) = SidesOf(panel);
        Outer = AxisScale.Rounded(area.Right * columnWidth);
        LabelX = AxisScale.Rounded((area.Left * columnWidth) + 18);
        Heading = AxisScale.Rounded(top + (area.Top * rowHeight) + 22);
        Top = AxisScale.Rounded(top + (area.Top * rowHeight) + row.Max(HeightAbove));
        Bottom = AxisScale.Rounded(Math.Max(Top + LeastFrame, top + (area.Bottom * rowHeight) - row.Max(HeightBelow)));
        var (above, below) = (((Top + Bottom) / 2) - top - (area.Top * rowHeight), top + (area.Bottom * rowHeight) - ((Top + Bottom) / 2));
        LabelRoom = (2 * Math.Min(above, below)) - 4;
        HasUprightTicks = IsUprightBelow(panel);
        LabelBelow = AxisScale.Rounded(TickGap + HeightOfTicks(panel) + 19);
        BarsX = AxisScale.Rounded(Right + RightAxisWidth(panel));
        (Legend, LegendAt) = IsLegendAbove(panel)
            ? (LegendAbove(panel), new Spot(Left, Heading + (panel.Title.Length > 0 ? 8 : -14)))
            : (Legend.Beside(panel, LegendRoom(panel), Height), new Spot(AxisScale.Rounded(BarsX + BarsWidth(panel) + 16), Top));
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

    /// <summary>Where the base line of the panel's heading runs.</summary>
    public double Heading { get; }

    /// <summary>Where the first colour bar may begin.</summary>
    public double BarsX { get; }

    /// <summary>Pixels that the label of a vertical axis may be long.</summary>
    public double LabelRoom { get; }

    public Legend Legend { get; }

    /// <summary>The legend's left top corner.</summary>
    public Spot LegendAt { get; }

    /// <summary>Whether the texts below the horizontal axis run upwards, since they would touch each other otherwise.</summary>
    public bool HasUprightTicks { get; }

    /// <summary>Pixels from the frame's lower side to the base line of the horizontal axis' label.</summary>
    public double LabelBelow { get; }

    /// <summary>The panels whose range of X this one has, itself among them.</summary>
    public Panel[] Column { get; }

    /// <summary>Whether no panel of <see cref="Column"/> lies below this one: the numbers stand here.</summary>
    public bool IsLowest { get; }

    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>Pixels from the frame's right side to the label of the axis there.</summary>
    public static double RightLabelDistance(AxisScale right) => TickGap + PanelScales.WidestTick(right) + 16;

    /// <summary>Pixels of a colour bar with its numbers and label.</summary>
    public static double BarWidth(AxisScale bar) => SidePainter.BarWidth + BarLabelDistance(bar) + 8;

    /// <summary>Pixels from a colour bar's right side to its label.</summary>
    public static double BarLabelDistance(AxisScale bar) => 5 + PanelScales.WidestTick(bar) + (bar.Axis.Label.Length > 0 ? 16 : 0);

    private Panel[] SharedColumn(Panel panel)
    {
        var column = ColumnOf(panel).Where(other => other.Z is null && other.X.Quantity == panel.X.Quantity && other.X.Unit == panel.X.Unit).ToArray();
        return _figure.SharesX && column.Length > 1 && panel.Z is null ? column : [panel];
    }

    private IEnumerable<Panel> ColumnOf(Panel panel) => _figure.Panels.Where(other => other.Area.Left == panel.Area.Left && other.Area.Width == panel.Area.Width);

    private double OuterWidth(Panel panel) => panel.Area.Width * _columnWidth;

    // The numbers' texts hardly depend on the exact height of the frame, which is not known yet.
    private double UsualHeight(Panel panel) => Math.Max(LeastFrame, (panel.Area.Height * _rowHeight) - TitleHeight - 54);

    private (double Left, double Right) SidesOf(Panel panel)
    {
        var column = ColumnOf(panel).ToArray();
        var left = AxisScale.Rounded((panel.Area.Left * _columnWidth) + Math.Min(column.Max(LeftWidth), OuterWidth(panel) / 2));
        var right = (panel.Area.Right * _columnWidth) - column.Max(SideWidth);
        return (left, AxisScale.Rounded(Math.Max(left + LeastFrame, right)));
    }

    private double LeftWidth(Panel panel) => panel.Z is not null
        ? EdgeOfSpace
        : (panel.Y.Label.Length > 0 ? LabelHeight : 12) + PanelScales.WidestTick(PanelScales.Left(panel, UsualHeight(panel), 0)) + TickGap;

    private double SideWidth(Panel panel)
    {
        var legend = IsLegendAbove(panel) ? 0 : Legend.Beside(panel, LegendRoom(panel), UsualHeight(panel)).Width;
        return RightAxisWidth(panel) + BarsWidth(panel) + (legend > 0 ? 16 + legend : 0) + EdgeAtRight;
    }

    private double RightAxisWidth(Panel panel) => panel.Right is { } axis && panel.Z is null
        ? RightLabelDistance(PanelScales.Right(panel, axis, UsualHeight(panel), 0)) + 4
        : 0;

    private double BarsWidth(Panel panel) => PanelData.Bars(panel).Sum(scale => SidePainter.BarGap + BarWidth(PanelScales.Bar(scale, UsualHeight(panel), 0)));

    private double LegendRoom(Panel panel) => OuterWidth(panel) * 0.4;

    private bool IsLegendAbove(Panel panel) => OuterWidth(panel) < LeastWidthForLegendBeside;

    private Legend LegendAbove(Panel panel) => Legend.Above(panel, ((panel.Area.Left + panel.Area.Width) * _columnWidth) - SidesOf(panel).Left - 8);

    private double HeightAbove(Panel panel)
    {
        var legend = IsLegendAbove(panel) ? LegendAbove(panel).Height : 0;
        return (panel.Title.Length > 0 || (SharedColumn(panel).Length == 1 && legend == 0) ? TitleHeight : 14) + (legend > 0 ? legend + 8 : 0);
    }

    private double HeightBelow(Panel panel)
    {
        if (panel.Z is not null)
            return 8;
        if (SharedColumn(panel).Any(other => other.Area.Top > panel.Area.Top))
            return 16;
        return TickGap + HeightOfTicks(panel) + (panel.X.Label.Length > 0 ? 30 : 12);
    }

    private double HeightOfTicks(Panel panel) => IsUprightBelow(panel) ? Math.Min(MostForTicksBelow, panel.X.Ticks.Max(tick => InterFont.RoomFor(tick.Text))) : 13;

    private bool IsUprightBelow(Panel panel)
    {
        if (panel.Z is not null || panel.X.Ticks.IsEmpty)
            return false;
        var (left, right) = SidesOf(panel);
        var scale = PanelScales.Across(panel, SharedColumn(panel), left, right);
        return PanelScales.TicksAcross(scale, upright: false).Count() < PanelScales.TicksAcross(scale, upright: true).Count();
    }
}
