using System.Collections.Immutable;

namespace Hnn.Plots;

/// <summary>One series of numbers in a panel, with its entry in the legend.</summary>
public abstract record Trace
{
    /// <summary>Name in the legend.</summary>
    public required string Name { get; init; }

    /// <summary>Colour of line or bars.</summary>
    public required Color Color { get; init; }

    /// <summary>From 0 (unseen) to 1 (solid). Default: 1.</summary>
    public double Opacity { get; init; } = 1;
}

/// <summary>Points joined by straight lines.</summary>
public sealed record LineTrace : Trace
{
    /// <summary>Horizontal positions in the unit of the panel's axis. Shape: [points].</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Vertical positions in the unit of the panel's axis. Shape: [points].</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>Solid, dashed or dotted, so that colour alone never tells two lines apart. Default: solid.</summary>
    public LineStyle Style { get; init; }

    /// <summary>Width in pixels. Positive. Default: 2.</summary>
    public double Width { get; init; } = 2;

    /// <summary>Whether each value holds until the next point, so that the line climbs in steps. Default: false.</summary>
    public bool IsStepped { get; init; }
}

/// <summary>Single points, each a filled circle.</summary>
public sealed record PointTrace : Trace
{
    /// <summary>Horizontal positions in the unit of the panel's axis. Shape: [points].</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Vertical positions in the unit of the panel's axis. Shape: [points].</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>Diameter in pixels. Positive. Default: 6.</summary>
    public double Size { get; init; } = 6;
}

/// <summary>Bars over adjoining intervals. Several in one panel are stacked, the first at the bottom.</summary>
public sealed record HistogramTrace : Trace
{
    /// <summary>Ends of the intervals in the unit of the horizontal axis, ascending. Shape: [bars + 1].</summary>
    public required ImmutableArray<double> Edges { get; init; }

    /// <summary>Height of each bar in the unit of the vertical axis. Shape: [bars].</summary>
    public required ImmutableArray<double> Counts { get; init; }
}
