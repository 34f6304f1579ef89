using System.Collections.Immutable;
using Hnn.Plots.Colors;

namespace Hnn.Plots.Traces;

/// <summary>Numbers in rows and columns as coloured cells; a NaN leaves its cell empty.</summary>
public sealed record HeatmapTrace : Trace
{
    /// <summary>Centres of the columns in the unit of the X axis, ascending. Shape: [columns].</summary>
    public required ImmutableArray<double> X { get; init; }

    /// <summary>Centres of the rows in the unit of the Y axis, ascending. Shape: [rows].</summary>
    public required ImmutableArray<double> Y { get; init; }

    /// <summary>The numbers. Shape: [rows][columns].</summary>
    public required ImmutableArray<ImmutableArray<double>> Values { get; init; }

    /// <summary>Which number has which colour.</summary>
    public required ColorScale Scale { get; init; }

    /// <summary>Whether the number is written into each cell. Default: false.</summary>
    public bool ShowsNumbers { get; init; }
}
