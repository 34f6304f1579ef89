using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>Which numbers of a panel's traces lie along which of its axes, and which colour scales they use.</summary>
internal static class PanelData
{
    public static IEnumerable<double> Horizontal(Panel panel) => panel.Traces.SelectMany<Trace, double>(trace => trace switch
    {
        LineTrace line => line.X,
        PointTrace points => points.X,
        HistogramTrace histogram => histogram.Edges,
        HeatmapTrace map => CellEdges(map.X, panel.X),
        BandTrace band => band.X,
        TextTrace text => text.X,
        _ => [],
    });

    public static IEnumerable<double> Vertical(Panel panel, bool right)
    {
        var traces = panel.Traces.Where(trace => trace.UsesRightAxis == right).ToArray();
        var drawn = traces.SelectMany<Trace, double>(trace => trace switch
        {
            LineTrace line => line.Y,
            PointTrace points => points.Y,
            HeatmapTrace map => CellEdges(map.Y, panel.Y),
            BandTrace band => band.Lower.Concat(band.Upper),
            TextTrace text => text.Y,
            _ => [],
        });
        return drawn.Concat(StackHeights(traces, inverted: false)).Concat(StackHeights(traces, inverted: true).Select(height => -height));
    }

    public static IEnumerable<double> Depth(Panel panel) => panel.Traces.SelectMany<Trace, double>(trace => trace switch
    {
        LineTrace line => line.Z,
        PointTrace points => points.Z,
        _ => [],
    });

    /// <summary>Whether a panel holds a heat map, which leaves no room for a grid.</summary>
    public static bool HasMap(Panel panel) => panel.Traces.Any(trace => trace is HeatmapTrace);

    /// <summary>The colours by which the points of a trace show numbers, if they do.</summary>
    public static Coloring? ColoringOf(Trace trace) => trace switch
    {
        LineTrace line => line.Coloring,
        PointTrace points => points.Coloring,
        _ => null,
    };

    /// <summary>The colour scales, each once.</summary>
    public static ColorScale[] Scales(Panel panel) => [.. panel.Traces.Select(ScaleOf).OfType<ColorScale>().Distinct()];

    /// <summary>The colour scales that a bar explains.</summary>
    public static IEnumerable<ColorScale> Bars(Panel panel) => Scales(panel).Where(scale => scale.HasBar);

    /// <summary>The traces with an entry in the legend.</summary>
    public static Trace[] InLegend(Panel panel) =>
        [.. panel.Traces.Where(trace => trace is { IsInLegend: true, Name.Length: > 0 } and not (HeatmapTrace or TextTrace) && ScaleOf(trace) is null)];

    /// <summary>The sides of cells with the given centres, half way between them: on a logarithmic axis at their geometric mean.</summary>
    public static double[] CellEdges(IReadOnlyList<double> centres, Axis axis)
    {
        if (axis.IsLogarithmic)
            return [.. CellEdges([.. centres.Select(centre => Math.Log10(Math.Max(centre, double.Epsilon)))], axis with { IsLogarithmic = false }).Select(edge => Math.Pow(10, edge))];
        if (centres.Count == 0)
            return [];
        var (first, last) = centres.Count == 1 ? (1, 1) : (centres[1] - centres[0], centres[^1] - centres[^2]);
        return [centres[0] - (first / 2), .. centres.Zip(centres.Skip(1), (left, right) => (left + right) / 2), centres[^1] + (last / 2)];
    }

    private static ColorScale? ScaleOf(Trace trace) => trace is HeatmapTrace map ? map.Scale : ColoringOf(trace)?.Scale;

    private static IEnumerable<double> StackHeights(IEnumerable<Trace> traces, bool inverted)
    {
        var bars = traces.OfType<HistogramTrace>().Where(histogram => histogram.IsInverted == inverted).SelectMany(histogram => histogram.Counts.Select((count, bar) => (bar, count)));
        var stacks = bars.GroupBy(entry => entry.bar, entry => entry.count).Select(stack => stack.Sum()).ToArray();
        return stacks.Length > 0 ? stacks.Append(0) : stacks;
    }
}
