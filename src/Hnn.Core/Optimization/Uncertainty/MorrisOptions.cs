namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>How thoroughly parameters are screened by Morris' method. Immutable.</summary>
public sealed record MorrisOptions
{
    /// <summary>20 trajectories on 4 levels, seed 1.</summary>
    public static MorrisOptions Default { get; } = new();

    /// <summary>Number of trajectories; each takes one evaluation more than there are parameters. At least 2. Default: 20.</summary>
    public int Trajectories { get; init; } = 20;

    /// <summary>Number p of levels of each coordinate; a step is p / (2 (p - 1)) long. Even, at least 2. Default: 4.</summary>
    public int Levels { get; init; } = 4;

    /// <summary>Seed of the trajectories. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        Require.InRange(Trajectories, 2, int.MaxValue);
        if (Levels < 2 || Levels % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(Levels), Levels, "Steps of half the levels need an even number of them. Pass 2, 4, 6, …");
    }
}
