using System.Collections.Immutable;
using Hnn.Core.Analysis;

namespace Hnn.Core.Results;

/// <summary>How the power of a dipole over time is computed.</summary>
/// <example><c>dipole.TimeFrequency([10, 20, 40], new() { Cycles = [3, 5, 7], Padding = WaveletPadding.Mirror })</c></example>
public sealed record TimeFrequencyOptions
{
    /// <summary>Seven cycles, zeros beyond the ends, the whole dipole at its own sampling rate.</summary>
    public static TimeFrequencyOptions Default { get; } = new();

    /// <summary>Length of the wavelets in cycles: one number for all frequencies, or one for each. Positive. Default: 7.</summary>
    public ImmutableArray<double> Cycles { get; init; } = [7];

    /// <summary>What is assumed beyond the ends. Default: zeros.</summary>
    public WaveletPadding Padding { get; init; } = WaveletPadding.Zeros;

    /// <summary>First time in ms. Default: the first sample.</summary>
    public double? Start { get; init; }

    /// <summary>End in ms; its sample is not part of the window. Default: the last sample.</summary>
    public double? Stop { get; init; }

    /// <summary>The layer. Default: <c>agg</c>.</summary>
    public string Layer { get; init; } = Dipole.Aggregate;

    /// <summary>Factors by which the window is decimated first, one after the other; each at least 2. Default: none.</summary>
    /// <remarks>Dipoles have far more samples than brain rhythms need: <c>[5, 4]</c> makes 2 kHz of 40 kHz, and less work.</remarks>
    public ImmutableArray<int> Decimation { get; init; } = [];
}
