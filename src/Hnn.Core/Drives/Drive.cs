using System.Collections.Immutable;
using Hnn.Core.Networks;

namespace Hnn.Core.Drives;

/// <summary>A source of spikes from outside the column: artificial cells with given event statistics, and their synapses onto the column's cells.</summary>
/// <remarks>Immutable. Weights, delays and probabilities are given per target cell type; a type is a target if it has an AMPA or an NMDA weight.</remarks>
public abstract record Drive
{
    /// <summary>A table by cell type without entries, in ordinal order.</summary>
    public static ImmutableSortedDictionary<string, double> NoValues { get; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Name, unique in its network, for example <c>evprox1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where the synapses sit: a group of sections (<c>proximal</c>, <c>distal</c>, <c>soma</c>) or a section's name.</summary>
    public required string Location { get; init; }

    /// <summary>Whether each target cell has a drive cell of its own. If not, every drive cell projects to all target cells.</summary>
    public bool CellSpecific { get; init; } = true;

    /// <summary>Number of drive cells; null stands for one per target cell, which a cell-specific drive requires. Default: null.</summary>
    public int? CellCount { get; init; }

    /// <summary>Maximal AMPA conductance in µS by target cell type. Default: none.</summary>
    public ImmutableSortedDictionary<string, double> AmpaWeights { get; init; } = NoValues;

    /// <summary>Maximal NMDA conductance in µS by target cell type. Default: none.</summary>
    public ImmutableSortedDictionary<string, double> NmdaWeights { get; init; } = NoValues;

    /// <summary>Synaptic delay in ms, at distance zero, by target cell type.</summary>
    public ImmutableSortedDictionary<string, double> Delays { get; init; } = NoValues;

    /// <summary>Share of the possible connections that exist, in (0, 1], by target cell type; a type that is not listed has 1. Default: none listed.</summary>
    public ImmutableSortedDictionary<string, double> Probabilities { get; init; } = NoValues;

    /// <summary>Distance over which weights fall by a factor of e, in units of the in-plane distance of the pyramidal cells. Positive.</summary>
    public double SpaceConstant { get; init; } = 3;

    /// <summary>Seed of the event times. Not negative; every trial and every drive cell adds to it. Default: 2.</summary>
    public int EventSeed { get; init; } = 2;

    /// <summary>Seed of the choice of connections where a probability is below 1; null draws a new choice each time. Default: 3.</summary>
    public int? ConnectionSeed { get; init; } = 3;

    /// <summary>Gids of the drive's cells; assigned by the network the drive is added to.</summary>
    public GidRange GidRange { get; init; }

    /// <summary>Target cell types in the network's order; assigned by the network the drive is added to.</summary>
    public ImmutableArray<string> TargetTypes { get; init; } = [];

    /// <summary>The word for this kind of drive in network files: <c>evoked</c>, <c>gaussian</c>, <c>poisson</c>, <c>bursty</c> or <c>spike_train</c>.</summary>
    public abstract string Kind { get; }
}
