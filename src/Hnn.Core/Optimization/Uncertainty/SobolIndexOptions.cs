namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>How precisely Sobol' indices are estimated. Immutable.</summary>
public sealed record SobolIndexOptions
{
    /// <summary>256 samples, 1,000 resamples, limits of 95 %, seed 1.</summary>
    public static SobolIndexOptions Default { get; } = new();

    /// <summary>Number of base samples; an analysis of d parameters takes d + 2 evaluations for each. At least 2, best a power of two. Default: 256.</summary>
    public int Samples { get; init; } = 256;

    /// <summary>Number of bootstrap resamples from which the limits are taken. Positive. Default: 1000.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Confidence of the limits. Above 0 and below 1. Default: 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Seed of the samples and resamples. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        Require.InRange(Samples, 2, int.MaxValue);
        Require.InRange(Resamples, 1, int.MaxValue);
        Require.InRange(Confidence, double.Epsilon, 1 - 1e-12);
    }
}
