namespace Hnn.Core.Drives;

/// <summary>Rhythmic bursts of spikes, as in the alpha and beta rhythms.</summary>
/// <remarks>The jitter of the start is common to all cells of the drive; the jitter of each burst is each cell's own.</remarks>
public sealed record BurstyDrive : Drive
{
    /// <summary>Mean time in ms of the first burst. Not negative. Default: 0.</summary>
    public double Start { get; init; }

    /// <summary>Standard deviation in ms of the first burst's time. Not negative. Default: 0.</summary>
    public double StartStd { get; init; }

    /// <summary>Time in ms before which the last burst's mean lies; null stands for the end of each run. Default: null.</summary>
    public double? Stop { get; init; }

    /// <summary>Bursts per second. Positive.</summary>
    public required double BurstRate { get; init; }

    /// <summary>Standard deviation in ms of a burst's time around its mean. Not negative. Default: 0.</summary>
    public double BurstStd { get; init; }

    /// <summary>Spikes of one burst. Positive. Default: 2.</summary>
    public int SpikesPerBurst { get; init; } = 2;

    /// <summary>Interval in ms between the spikes of a burst. Default: 10.</summary>
    public double SpikeInterval { get; init; } = 10;

    /// <inheritdoc/>
    public override string Kind => "bursty";
}
