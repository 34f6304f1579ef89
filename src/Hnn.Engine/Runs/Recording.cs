using System.Collections.Immutable;

namespace Hnn.Engine.Runs;

/// <summary>What the engine recorded of one trial. Immutable.</summary>
public sealed record Recording
{
    /// <summary>Sample times in ms, with the clock's accumulated rounding. Shape: [samples].</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>Raw dipole in fAm of each population that contributes, before any baseline correction. Shape: [samples] each.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<double>> Dipoles { get; init; }

    /// <summary>All spikes, of cells and drive cells, sorted by time, then gid.</summary>
    public required ImmutableArray<Spike> Spikes { get; init; }

    /// <summary>What each probe recorded, in the probes' order. Shape: [probe][samples].</summary>
    public required ImmutableArray<ImmutableArray<double>> Probes { get; init; }

    /// <summary>Potentials in µV of each electrode array, in order. Shape: [array][contact][samples].</summary>
    public required ImmutableArray<ImmutableArray<ImmutableArray<double>>> Potentials { get; init; }
}
