using System.Collections.Immutable;

namespace Hnn.Plots.Traces;

/// <summary>The area between two lines, for example of the results that are as good.</summary>
public sealed record BandTrace : Trace
{
    /// <summary>Positions on the panel's X axis, in its unit. Shape: [points].</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Lower side in the unit of the Y axis. Shape: [points].</summary>
    public required ImmutableArray<double> Lower { get; init; }

    /// <summary>Upper side in the unit of the Y axis. Shape: [points].</summary>
    public required ImmutableArray<double> Upper { get; init; }
}
