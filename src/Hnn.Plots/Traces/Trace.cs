using Hnn.Plots.Colors;

namespace Hnn.Plots.Traces;

/// <summary>One series of numbers in a panel, with its entry in the legend.</summary>
public abstract record Trace
{
    /// <summary>Name in the legend.</summary>
    public required string Name { get; init; }

    /// <summary>Colour of line, points or bars.</summary>
    public required Color Color { get; init; }

    /// <summary>From 0 (unseen) to 1 (solid). Default: 1.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>Whether the legend has an entry for it. Default: true.</summary>
    public bool IsInLegend { get; init; } = true;

    /// <summary>Whether its vertical positions belong to <see cref="Panel.Right"/>. Default: false.</summary>
    public bool UsesRightAxis { get; init; }

    /// <summary>Whether a click on its n-th point (of a heat map: its n-th row) shows the n-th of <see cref="Figure.Frames"/>. Default: false.</summary>
    public bool PicksFrame { get; init; }
}
