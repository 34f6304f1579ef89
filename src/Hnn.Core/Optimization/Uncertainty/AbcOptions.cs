namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>How a posterior is sampled by ABC-SMC, and when that ends. Immutable.</summary>
public sealed record AbcOptions
{
    /// <summary>500 particles, tolerances at the median, 20,000 evaluations, seed 1.</summary>
    public static AbcOptions Default { get; } = new();

    /// <summary>Number of particles. At least 10. Default: 500.</summary>
    public int Particles { get; init; } = 500;

    /// <summary>The next tolerance is this quantile of the particles' losses. Above 0 and below 1. Default: 0.5.</summary>
    public double Quantile { get; init; } = 0.5;

    /// <summary>The most evaluations. Positive. Default: 20,000.</summary>
    public int Budget { get; init; } = 20_000;

    /// <summary>Ends with a population whose losses are all at most this. Not negative. Default: 0, which is never reached in practice.</summary>
    public double TargetTolerance { get; init; }

    /// <summary>Ends when a smaller share of the proposals than this is accepted. From 0 to 1. Default: 0.01.</summary>
    public double SmallestAcceptance { get; init; } = 0.01;

    /// <summary>Seed of all random choices. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        Require.InRange(Particles, 10, int.MaxValue);
        Require.InRange(Quantile, double.Epsilon, 1 - 1e-12);
        Require.InRange(Budget, 1, int.MaxValue);
        Require.NotNegative(TargetTolerance);
        Require.InRange(SmallestAcceptance, 0, 1);
    }
}
