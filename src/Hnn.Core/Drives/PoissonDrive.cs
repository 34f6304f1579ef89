using System.Collections.Immutable;

namespace Hnn.Core.Drives;

/// <summary>Spikes at a constant rate: exponentially distributed intervals.</summary>
public sealed record PoissonDrive : Drive
{
    /// <summary>Time in ms from which intervals are drawn. Not negative. Default: 0.</summary>
    public double Start { get; init; }

    /// <summary>Time in ms before which the last spike lies; null stands for the end of each run. Default: null.</summary>
    public double? Stop { get; init; }

    /// <summary>Rate in Hz by target cell type. Positive; all equal unless the drive is cell-specific.</summary>
    public required ImmutableSortedDictionary<string, double> Rates { get; init; }

    /// <inheritdoc/>
    public override string Kind => "poisson";
}
