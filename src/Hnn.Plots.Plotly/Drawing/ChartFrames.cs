using System.Globalization;
using Hnn.Plots.Colors;
using Hnn.Plots.Pictures;
using Hnn.Plots.Traces;
using Plotly.NET.LayoutObjects;
using Node = DynamicObj.DynamicObj;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>The frames of a chart and what chooses among them: a slider with a play button, or a menu and clicks.</summary>
/// <remarks>Charts of Plotly.NET have no place for frames. They travel in the layout's <c>meta</c>, and <see cref="ChartJson"/> puts them where Plotly looks for them.</remarks>
internal static class ChartFrames
{
    public const string Key = "hnn";

    private const int MillisecondsPerFrame = 100;

    /// <summary>Frames, controls, the traces whose points choose a frame, and the index of the one shown first; null if the figure does not change.</summary>
    public static Node? Of(Figure figure, ChartGrid grid)
    {
        if (figure.Frames is not { } series || series.At.Length < 2)
            return null;
        var traces = figure.Panels.SelectMany(panel => panel.Traces).ToArray();
        var picks = traces.Index().Where(each => each.Item.PicksFrame).Select(each => each.Index).ToArray();
        var chosen = new Node().With(
            ("frames", Enumerable.Range(0, series.At.Length).Select(frame => FrameOf(figure, traces, frame)).ToArray()),
            ("shown", series.Shown),
            ("label", Nodes.Text(series.Axis.Label)),
            ("picks", picks));
        return series.IsPlayable
            ? chosen.With(("sliders", new[] { SliderOf(series, grid) }), ("updatemenus", new[] { Buttons(grid) }))
            : chosen.With(("updatemenus", new[] { MenuOf(series, grid) }));
    }

    private static Node FrameOf(Figure figure, Trace[] traces, int frame)
    {
        var changing = traces.Index().Where(each => PanelData.ColoringOf(each.Item) is { Values.Length: > 1 }).ToArray();
        var node = new Node().With(
            ("name", NameOf(frame)),
            ("data", changing.Select(each => Shades(each.Item, frame)).ToArray()),
            ("traces", changing.Select(each => each.Index).ToArray()));
        return ChartGrid.HasCaption(figure)
            ? node.With(("layout", new Node().With(("annotations", new[] { new Node().With(("text", Nodes.Text(FigurePainter.CaptionOf(figure.Frames!, frame)))) }))))
            : node;
    }

    private static Node Shades(Trace trace, int frame)
    {
        var coloring = PanelData.ColoringOf(trace)!;
        var colors = new Node().With(("color", Rounding.Shades(coloring.In(frame), coloring.Scale)));
        var isStroke = trace is LineTrace { Z.IsEmpty: false };
        return new Node().With((isStroke ? "line" : "marker", colors));
    }

    private static Slider SliderOf(FrameSeries series, ChartGrid grid) => new Slider().With(
        ("active", series.Shown),
        ("x", 0.0), ("xanchor", "left"), ("len", 1.0), ("y", BelowPanels(grid)), ("yanchor", "top"),
        ("pad", new Node().With(("l", 100), ("t", 0), ("b", 0), ("r", 8))),
        ("currentvalue", new Node().With(("prefix", Prefix(series)), ("suffix", series.Axis.Unit.Length > 0 ? $" {Nodes.Text(series.Axis.Unit)}" : ""), ("xanchor", "left"), ("offset", 8))),
        ("ticklen", 3), ("minorticklen", 0),
        ("steps", series.At.Select((at, frame) => Choice(PlaceOf(series.Axis, at), frame)).ToArray()));

    private static UpdateMenu Buttons(ChartGrid grid)
    {
        object[] play = [null!, Pace(MillisecondsPerFrame).With(("fromcurrent", true))];
        object[] pause = [new object?[] { null }, Pace(0)];
        return Menu().With(
            ("type", "buttons"), ("direction", "left"), ("showactive", false),
            ("x", 0.0), ("xanchor", "left"), ("y", BelowPanels(grid)), ("yanchor", "top"), ("pad", new Node().With(("t", 14), ("l", 0))),
            ("buttons", new[]
            {
                new Node().With(("label", "▶"), ("method", "animate"), ("args", play)),
                new Node().With(("label", "❚❚"), ("method", "animate"), ("args", pause)),
            }));
    }

    private static UpdateMenu MenuOf(FrameSeries series, ChartGrid grid) => Menu().With(
        ("type", "dropdown"), ("active", series.Shown),
        ("x", 1.0), ("xanchor", "right"), ("y", Math.Round(1 + (grid.Top / grid.Height), 5)), ("yanchor", "top"),
        ("buttons", series.At.Select((at, frame) => Choice(PlaceOf(series.Axis, at), frame)).ToArray()));

    private static UpdateMenu Menu() => new UpdateMenu().With(("borderwidth", 1));

    private static Node Choice(string label, int frame)
    {
        object[] arguments = [new[] { NameOf(frame) }, Pace(0)];
        return new Node().With(("label", label), ("method", "animate"), ("args", arguments));
    }

    private static Node Pace(int milliseconds) => new Node().With(
        ("mode", "immediate"), ("frame", new Node().With(("duration", milliseconds), ("redraw", true))), ("transition", new Node().With(("duration", 0))));

    // A name, if the axis has one there, or the number.
    private static string PlaceOf(Axis axis, double at) =>
        Nodes.Text(axis.Ticks.Where(tick => tick.At == at).Select(tick => tick.Text).FirstOrDefault(AxisScale.NumberText(at)));

    private static string Prefix(FrameSeries series) => series.Axis.Quantity.Length > 0 ? $"{Nodes.Text(series.Axis.Quantity)}: " : "";

    private static double BelowPanels(ChartGrid grid) => Math.Round(-(grid.Bottom - grid.Controls) / grid.Height, 5);

    private static string NameOf(int frame) => frame.ToString(CultureInfo.InvariantCulture);
}
