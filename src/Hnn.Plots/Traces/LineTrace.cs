using System.Collections.Immutable;

namespace Hnn.Plots.Traces;

/// <summary>Points joined by straight lines; a NaN interrupts the line.</summary>
public sealed record LineTrace : Trace
{
    /// <summary>Positions on the panel's X axis, in its unit. Shape: [points].</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Positions on the panel's Y axis, in its unit. Shape: [points].</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>Positions on the panel's Z axis, in its unit; only in space. Shape: [points] or [0]. Default: none.</summary>
    public ImmutableArray<double> Z { get; init; } = [];

    /// <summary>Colours by value instead of one colour: a piece of the line has that of the point it ends in. Default: none.</summary>
    public Coloring? Coloring { get; init; }

    /// <summary>Solid, dashed or dotted, so that colour alone never tells two lines apart. Default: solid.</summary>
    public LineStyle Style { get; init; }

    /// <summary>Width in pixels. Positive. Default: 2.</summary>
    public double Width { get; init; } = 2;

    /// <summary>Whether each value holds until the next point, so that the line climbs in steps. Default: false.</summary>
    public bool IsStepped { get; init; }
}
