namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>How thoroughly a method of inference is checked. Immutable.</summary>
public sealed record CalibrationOptions
{
    /// <summary>200 data sets with 99 draws each, ranks in ten bins, seed 1.</summary>
    public static CalibrationOptions Default { get; } = new();

    /// <summary>Number of synthetic data sets. At least five times the number of bins, the least with which the test holds. Default: 200.</summary>
    public int DataSets { get; init; } = 200;

    /// <summary>Number of draws from each posterior; one more must be a multiple of the number of bins. Default: 99.</summary>
    public int Draws { get; init; } = 99;

    /// <summary>Number of bins in which ranks are counted. At least 2. Default: 10.</summary>
    public int Bins { get; init; } = 10;

    /// <summary>Seed of the true parameters; those of the data sets follow from it. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        Require.InRange(Bins, 2, int.MaxValue);
        Require.InRange(DataSets, 5 * Bins, int.MaxValue);
        if (Draws < 1 || (Draws + 1) % Bins != 0)
            throw new ArgumentOutOfRangeException(nameof(Draws), Draws, $"The {Draws + 1} possible ranks do not fill {Bins} bins evenly. Pass {Bins - 1}, {2 * Bins - 1}, {10 * Bins - 1} or the like.");
    }
}
