using System.Collections.Immutable;

namespace Hnn.Core.Drives;

/// <summary>Given spikes, the same in every trial: recorded, or made by another network.</summary>
public sealed record SpikeTrainDrive : Drive
{
    /// <summary>Spike times in ms, used as they are: neither sorted nor clipped. Shape: [drive cell][spike].</summary>
    public required ImmutableArray<ImmutableArray<double>> SpikeTimes { get; init; }

    /// <inheritdoc/>
    public override string Kind => "spike_train";
}
