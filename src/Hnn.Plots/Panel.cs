using System.Collections.Immutable;

namespace Hnn.Plots;

/// <summary>One pair of axes with what is drawn in it.</summary>
public sealed record Panel
{
    /// <summary>Heading above the panel; empty for none. Default: none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>Vertical axis.</summary>
    public required Axis Y { get; init; }

    /// <summary>What is drawn, the lowest first; the legend has the same order.</summary>
    public required ImmutableArray<Trace> Traces { get; init; }
}
