using System.Collections.Immutable;
using Hnn.Plots.Colors;

namespace Hnn.Plots.Plotly.Drawing;

/// <summary>What is said of a point that is pointed at, with units.</summary>
internal static class HoverText
{
    /// <summary>Whether one box tells the values of all lines at a time, rather than each point its own.</summary>
    public static bool IsShared(Figure figure) => figure.Panels.All(panel => panel.Z is null && panel.Traces.All(trace => !trace.PicksFrame
        && trace is Traces.LineTrace { Coloring: null } or Traces.HistogramTrace or Traces.BandTrace or Traces.TextTrace));

    /// <summary>Labels of the points, or their coordinates.</summary>
    public static string Of(ImmutableArray<string> labels, params ReadOnlySpan<string> coordinates) =>
        labels.IsDefaultOrEmpty ? string.Join(", ", coordinates.ToArray().Where(each => each.Length > 0)) : "%{text}<extra></extra>";

    /// <summary>A number with its unit.</summary>
    /// <param name="variable">The number's name in a template of Plotly.</param>
    /// <param name="axis">What it measures.</param>
    public static string Number(string variable, Axis axis) => Unit($"%{{{variable}}}", axis);

    /// <summary>The number behind a point's colour, with its unit.</summary>
    public static string Shade(string variable, ColorScale? scale) => scale is null ? "" : Unit($"%{{{variable}}}", scale.Axis);

    private static string Unit(string number, Axis axis) => axis.Unit.Length == 0 ? number : $"{number} {Nodes.Text(axis.Unit)}";
}
