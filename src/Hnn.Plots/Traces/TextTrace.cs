using System.Collections.Immutable;

namespace Hnn.Plots.Traces;

/// <summary>Words beside points of a panel in a plane. Never in the legend.</summary>
public sealed record TextTrace : Trace
{
    /// <summary>Positions on the panel's X axis, in its unit. Shape: [texts].</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Positions on the panel's Y axis, in its unit. Shape: [texts].</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>The words; each begins at its point. Shape: [texts].</summary>
    public required ImmutableArray<string> Texts { get; init; }
}
