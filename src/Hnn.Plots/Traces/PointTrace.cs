using System.Collections.Immutable;

namespace Hnn.Plots.Traces;

/// <summary>Single points, each a filled mark.</summary>
public sealed record PointTrace : Trace
{
    /// <summary>Positions on the panel's X axis, in its unit. Shape: [points].</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Positions on the panel's Y axis, in its unit. Shape: [points].</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>Positions on the panel's Z axis, in its unit; only in space. Shape: [points] or [0]. Default: none.</summary>
    public ImmutableArray<double> Z { get; init; } = [];

    /// <summary>Colours by value instead of one colour. Default: none.</summary>
    public Coloring? Coloring { get; init; }

    /// <summary>What is said of each point when it is pointed at. Shape: [points] or [0]. Default: its coordinates.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Form of the marks, so that colour alone never tells two kinds apart. Default: circle.</summary>
    public Marker Marker { get; init; }

    /// <summary>Diameter in pixels. Positive. Default: 6.</summary>
    public double Size { get; init; } = 6;
}
