using System.Collections.Immutable;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

/// <summary>Axes with what is drawn in them: in a plane, or in space where there is a third axis.</summary>
public sealed record Panel
{
    /// <summary>Heading above the panel; empty for none. Default: none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Horizontal axis.</summary>
    public required Axis X { get; init; }

    /// <summary>Vertical axis; with <see cref="Z"/>, the axis of depth.</summary>
    public required Axis Y { get; init; }

    /// <summary>The axis that points up in space, or null for a panel in a plane. Default: null.</summary>
    public Axis? Z { get; init; }

    /// <summary>Vertical axis at the right, of the traces that <see cref="Trace.UsesRightAxis"/>. Default: none.</summary>
    public Axis? Right { get; init; }

    /// <summary>What is drawn, the lowest first; the legend has the same order.</summary>
    public required ImmutableArray<Trace> Traces { get; init; }

    /// <summary>Whether a unit is as long on every axis, as in pictures of cells. Default: false.</summary>
    public bool HasEqualScales { get; init; }

    /// <summary>Where the panel lies in its figure. Default: the first cell of the grid.</summary>
    public Area Area { get; init; } = Area.One;

    /// <summary>From where a panel in space is seen. Default: from the front.</summary>
    public View View { get; init; } = View.Front;
}
