namespace Hnn.Core.Drives;

/// <summary>A volley of spikes whose times are normally distributed around a mean.</summary>
/// <remarks>Spikes at or before 0 ms are dropped, so a drive with an early mean has fewer spikes than <see cref="SpikeCount"/>.</remarks>
public sealed record EvokedDrive : Drive
{
    /// <summary>The name under which the drive is of the kind <c>gaussian</c>.</summary>
    public const string GaussianName = "extgauss";

    /// <summary>Mean time in ms.</summary>
    public required double Mu { get; init; }

    /// <summary>Standard deviation in ms. Not negative.</summary>
    public required double Sigma { get; init; }

    /// <summary>Number of spikes per drive cell and trial. Positive. Default: 1.</summary>
    public int SpikeCount { get; init; } = 1;

    /// <inheritdoc/>
    public override string Kind => Name == GaussianName ? "gaussian" : "evoked";
}
