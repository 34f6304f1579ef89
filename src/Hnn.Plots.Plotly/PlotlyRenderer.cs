using System.Globalization;
using Hnn.Plots.Traces;
using Plotly.NET;
using Node = DynamicObj.DynamicObj;
using Trace = Hnn.Plots.Traces.Trace;

namespace Hnn.Plots.Plotly;

/// <summary>Turns figures into Plotly charts.</summary>
/// <remarks>The names of the properties set here are those of the plotly.js reference.</remarks>
public static class PlotlyRenderer
{
    // Share of a row that stays empty below its panel, for the axis' labels and the next heading.
    private const double Gap = 0.25;

    private const string InkColor = "#222222";
    private const string GridColor = "#E5E5E5";

    /// <summary>Draws a figure: each panel is one row, with a legend of its own beside it.</summary>
    /// <param name="figure">What to draw; at least one panel.</param>
    /// <returns>The chart, to be shown or changed with Plotly.NET.</returns>
    /// <exception cref="ArgumentException">The figure has no panel.</exception>
    public static GenericChart ToChart(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Panels.IsDefaultOrEmpty)
            throw new ArgumentException("The figure has no panel, so there is nothing to draw. Make it with at least one panel.", nameof(figure));

        var traces = figure.Panels.SelectMany((panel, row) => panel.Traces.Select(trace => Draw(trace, Suffix(row))));
        return GenericChart.setLayout(LayoutOf(figure), GenericChart.ofTraceObjects(useDefaults: false, traces.ToArray()));
    }

    private static Trace2D Draw(Trace trace, string suffix)
    {
        var drawn = trace switch
        {
            LineTrace line => Draw(line),
            PointTrace points => Draw(points),
            HistogramTrace histogram => Draw(histogram),
            _ => throw new ArgumentException($"A {trace.GetType().Name} cannot be drawn by Plotly. Add it to {nameof(PlotlyRenderer)}.", nameof(trace)),
        };
        Set(drawn, ("name", Text(trace.Name)), ("opacity", trace.Opacity), ("xaxis", "x" + suffix), ("yaxis", "y" + suffix), ("legend", "legend" + suffix));
        return drawn;
    }

    private static Trace2D Draw(LineTrace line)
    {
        var style = Set(new Node(), ("color", line.Color.Hex), ("width", line.Width), ("dash", DashOf(line.Style)), ("shape", line.IsStepped ? "hv" : "linear"));
        return Set(new Trace2D("scatter"), ("mode", "lines"), ("x", line.X), ("y", line.Y), ("line", style));
    }

    private static Trace2D Draw(PointTrace points) => Set(
        new Trace2D("scatter"),
        ("mode", "markers"), ("x", points.X), ("y", points.Y), ("marker", Set(new Node(), ("color", points.Color.Hex), ("size", points.Size))));

    private static Trace2D Draw(HistogramTrace histogram)
    {
        var (left, right) = (histogram.Edges[..^1], histogram.Edges[1..]);
        return Set(
            new Trace2D("bar"),
            ("x", left.Zip(right, (from, to) => (from + to) / 2).ToArray()),
            ("width", left.Zip(right, (from, to) => to - from).ToArray()),
            ("y", histogram.Counts),
            ("marker", Set(new Node(), ("color", histogram.Color.Hex))));
    }

    private static Layout LayoutOf(Figure figure)
    {
        var layout = Set(
            new Layout(),
            ("barmode", "stack"),
            ("paper_bgcolor", "#FFFFFF"),
            ("plot_bgcolor", "#FFFFFF"),
            ("font", Set(new Node(), ("family", "system-ui, sans-serif"), ("size", 14), ("color", InkColor))),
            ("hovermode", "x unified"),
            ("margin", Set(new Node(), ("t", 40), ("b", 60), ("l", 70), ("r", 20))),
            ("annotations", figure.Panels.Select((panel, row) => Heading(panel, Bounds(row, figure.Panels.Length).Top)).ToArray()));
        for (var row = 0; row < figure.Panels.Length; row++)
        {
            var (panel, suffix, bounds) = (figure.Panels[row], Suffix(row), Bounds(row, figure.Panels.Length));
            Set(
                layout,
                ("xaxis" + suffix, AxisOf(panel.X, anchor: "y" + suffix, from: 0, to: 1)),
                ("yaxis" + suffix, AxisOf(panel.Y, anchor: "x" + suffix, bounds.Bottom, bounds.Top)),
                ("legend" + suffix, Set(new Node(), ("x", 1.01), ("y", bounds.Top), ("yanchor", "top"), ("traceorder", "normal"))));
        }

        return layout;
    }

    private static Node AxisOf(Axis axis, string anchor, double from, double to)
    {
        var node = Set(
            new Node(),
            ("title", Set(new Node(), ("text", Text(axis.Label)), ("standoff", 8))),
            ("anchor", anchor),
            ("domain", new[] { from, to }),
            ("automargin", true),
            ("gridcolor", GridColor),
            ("zerolinecolor", GridColor),
            ("linecolor", InkColor),
            ("ticks", "outside"));
        if (axis.Min is not null || axis.Max is not null)
            node.SetProperty("range", new[] { axis.Min, axis.Max });
        return node;
    }

    private static Node Heading(Panel panel, double top) => Set(
        new Node(),
        ("text", Text(panel.Title)), ("showarrow", false), ("xref", "paper"), ("yref", "paper"),
        ("x", 0.0), ("xanchor", "left"), ("y", top), ("yanchor", "bottom"));

    private static (double Bottom, double Top) Bounds(int row, int rows)
    {
        var height = 1 / (rows - Gap);
        var bottom = (rows - 1 - row) * height;
        return (bottom, bottom + (height * (1 - Gap)));
    }

    private static string DashOf(LineStyle style) => style switch
    {
        LineStyle.Dashed => "dash",
        LineStyle.Dotted => "dot",
        _ => "solid",
    };

    // Plotly counts axes and legends x, x2, x3, …
    private static string Suffix(int row) => row == 0 ? "" : (row + 1).ToString(CultureInfo.InvariantCulture);

    // Plotly reads tags in its texts; names are meant literally.
    private static string Text(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static T Set<T>(T node, params ReadOnlySpan<(string Name, object Value)> properties)
        where T : Node
    {
        foreach (var (name, value) in properties)
            node.SetProperty(name, value);
        return node;
    }
}
