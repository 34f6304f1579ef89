using System.Collections.Immutable;
using Hnn.Engine.Models;

namespace Hnn.Mpi.Wire;

/// <summary>A network in parts named by their content, as alike networks share nearly all: cells and places in one, the pairs of each group of connections in one.</summary>
/// <param name="Body">Name of the part that holds all but connections.</param>
/// <param name="Projections">The groups of connections in order.</param>
internal sealed record NetworkOutline(string Body, ImmutableArray<ProjectionOutline> Projections);

/// <summary>A group of connections: the name of the part that holds its pairs, sections and receptor, and what a fit may change.</summary>
internal sealed record ProjectionOutline(string Pairs, double Weight, double Delay, double SpaceConstant)
{
    /// <summary>The group without what the outline says itself.</summary>
    public static Projection PairsOf(Projection projection) => projection with { Weight = 0, Delay = 0, SpaceConstant = 0 };
}
