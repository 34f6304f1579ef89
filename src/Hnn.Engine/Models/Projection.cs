using System.Collections.Immutable;
using Hnn.Engine.Cells;

namespace Hnn.Engine.Models;

/// <summary>A group of connections of one kind: pairs of cells, the place and receptor of their contacts, and how weight and delay vary with distance.</summary>
/// <remarks>A pair has one contact on each of the sections; the pairs stand in the order of creation: source after source, each with its targets.</remarks>
public sealed record Projection
{
    /// <summary>Gid of the source of each pair; all are cells, or all drive cells.</summary>
    public required ImmutableArray<int> Sources { get; init; }

    /// <summary>Gid of the target of each pair; all belong to one population.</summary>
    public required ImmutableArray<int> Targets { get; init; }

    /// <summary>Sections of the target that carry a contact, in order.</summary>
    public required ImmutableArray<string> Sections { get; init; }

    /// <summary>Receptor of the contacts.</summary>
    public required string Receptor { get; init; }

    /// <summary>Synaptic weight at distance 0, the gain included, in µS.</summary>
    public required double Weight { get; init; }

    /// <summary>Delay at distance 0 in ms.</summary>
    public required double Delay { get; init; }

    /// <summary>Length in µm over which the weight falls (and the delay grows) by a factor of e, in the plane of the layers.</summary>
    public required double SpaceConstant { get; init; }

    /// <summary>Whether another group has the same pairs and the same contacts.</summary>
    internal bool IsSameAs(Projection other) =>
        ReferenceEquals(this, other)
        || (Weight == other.Weight && Delay == other.Delay && SpaceConstant == other.SpaceConstant && Receptor == other.Receptor
            && Sections.SequenceEqual(other.Sections)
            && Sources.AsSpan().SequenceEqual(other.Sources.AsSpan())
            && Targets.AsSpan().SequenceEqual(other.Targets.AsSpan()));

    /// <summary>Weight in µS and delay in ms of a contact between two cells: both depend on their distance in the plane of the layers.</summary>
    /// <param name="source">Position of the source in µm.</param>
    /// <param name="target">Position of the target in µm.</param>
    /// <returns>Weight and delay; at great distances the weight is 0 and the delay infinite.</returns>
    public (double Weight, double Delay) Between(Point3 source, Point3 target)
    {
        var (x, y) = (target.X - source.X, target.Y - source.Y);
        var distance = Math.Sqrt(x * x + y * y);
        var nearness = Math.Exp(-(distance * distance) / (SpaceConstant * SpaceConstant));
        return (Weight * nearness, Delay / nearness);
    }
}
