using System.Collections.Immutable;

namespace Hnn.Plots.Traces;

/// <summary>Bars over adjoining intervals. Several in one panel are stacked, the first at zero; those that hang form a stack of their own.</summary>
public sealed record HistogramTrace : Trace
{
    /// <summary>Ends of the intervals in the unit of the horizontal axis, ascending. Shape: [bars + 1].</summary>
    public required ImmutableArray<double> Edges { get; init; }

    /// <summary>Length of each bar in the unit of the vertical axis. Not negative. Shape: [bars].</summary>
    public required ImmutableArray<double> Counts { get; init; }

    /// <summary>Whether the bars hang down from zero, as for the drives that inhibit in a mirrored histogram. Default: false.</summary>
    public bool IsInverted { get; init; }
}
