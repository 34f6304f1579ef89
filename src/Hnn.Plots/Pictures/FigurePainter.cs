using Hnn.Plots.Colors;

namespace Hnn.Plots.Pictures;

/// <summary>Lays a figure out and draws it on a canvas.</summary>
internal sealed class FigurePainter
{
    /// <summary>Height of the strip above the panels that says which frame is shown.</summary>
    public const double CaptionHeight = 30;

    private readonly Figure _figure;
    private readonly PictureOptions _options;
    private readonly int _frame;
    private readonly string _caption;

    public FigurePainter(Figure figure, PictureOptions options)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Panels.IsDefaultOrEmpty)
            throw new ArgumentException("The figure has no panel, so there is nothing to draw. Make it with at least one panel.", nameof(figure));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Width, 200, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RowHeight, 100, nameof(options));
        if (options.Frame is { } asked && (uint)asked >= (uint)(figure.Frames?.At.Length ?? 1))
            throw new ArgumentException($"Frame {asked} was asked for, and the figure has {figure.Frames?.At.Length ?? 1}, counted from 0. Ask for one of these.", nameof(options));

        (_figure, _options) = (figure, options);
        _frame = options.Frame ?? figure.Frames?.Shown ?? 0;
        _caption = figure.Frames is { } frames ? CaptionOf(frames, _frame) : "";
    }

    public double Width => _options.Width;

    public double Height => HeightOf(_figure, _options.RowHeight, TopOfPanels);

    private double TopOfPanels => _caption.Length > 0 ? CaptionHeight : 0;

    public void Paint(ICanvas canvas)
    {
        canvas.Rectangle(new Spot(0, 0), Width, Height, _options.Theme.Background, 1);
        var brush = new Brush(canvas, _options.Theme, _frame);
        brush.Write(_caption, new Spot(16, 20), brush.Words(), Width - 24);
        foreach (var panel in _figure.Panels)
            Paint(panel, brush);
    }

    /// <summary>Height of a picture in pixels, of which <paramref name="top"/> stand above the panels.</summary>
    public static double HeightOf(Figure figure, double rowHeight, double top) => Math.Round((figure.Height * rowHeight) + top);

    /// <summary>What is said of a frame: its caption, or its place on the axis of the frames.</summary>
    public static string CaptionOf(FrameSeries frames, int frame) => frames.Captions.IsEmpty
        ? $"{frames.Axis.Quantity} {AxisScale.NumberText(frames.At[frame])} {frames.Axis.Unit}".TrimEnd()
        : frames.Captions[frame];

    private void Paint(Panel panel, Brush brush)
    {
        var layout = new PanelLayout(_figure, panel, Width / _figure.Width, _options.RowHeight, TopOfPanels);
        if (panel.Z is null)
            new PlanePainter(panel, layout, brush).Paint();
        else
            new SpacePainter(panel, layout, brush).Paint();
        SidePainter.Paint(panel, layout, brush);
    }
}
