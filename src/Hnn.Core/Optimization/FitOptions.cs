using Hnn.Core.Batches;

namespace Hnn.Core.Optimization;

/// <summary>How a fit simulates, what is done with the dipoles before they are compared, and what is kept.</summary>
/// <example><c>var options = FitOptions.Default with { ScaleFactor = 3000, SmoothingWindow = 30, Trials = 8 };</c></example>
public sealed record FitOptions
{
    /// <summary>One trial, neither scaled nor smoothed, no checkpoint, the best five evaluated again on ten fresh seeds.</summary>
    public static FitOptions Default { get; } = new();

    /// <summary>Factor of the simulated dipoles, for the size of the patch of cortex. Finite. Default: 1.</summary>
    public double ScaleFactor { get; init; } = 1;

    /// <summary>Length in ms of the Hamming window that smooths each trial's dipole; null for none. Default: none.</summary>
    public double? SmoothingWindow { get; init; }

    /// <summary>
    /// Number of trials whose mean dipole is compared with the target. At least 1. Default: 1, as in the reference. One trial fits the one draw
    /// of spike times as much as the data; 8 are an honest fit, and their loss holds for other draws, too.
    /// </summary>
    public int Trials { get; init; } = 1;

    /// <summary>Integration step in ms. Positive. Default: 0.025.</summary>
    public double TimeStep { get; init; } = 0.025;

    /// <summary>Number of threads; 0 stands for one per processor. Results do not depend on it. Default: 0.</summary>
    public int Threads { get; init; }

    /// <summary>File to which each evaluation is appended as it is made (JSON lines), so that a killed fit can be resumed; null for none. It must not exist yet. Default: none.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Time after which no further batch of evaluations is begun after the first; positive, or null for no limit. Default: none.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Number of fresh seeds (trials that the fit has not seen) on which the best evaluations are judged after the search; 0 for none. Default: 10.</summary>
    public int FreshTrials { get; init; } = 10;

    /// <summary>How many of the best evaluations are judged on fresh seeds, besides the initial parameters. At least 1. Default: 5.</summary>
    public int FreshCandidates { get; init; } = 5;

    /// <summary>What simulates the candidates; null for this process with all its lanes and threads. Results do not depend on it. Default: null.</summary>
    public IBatchEvaluator? Evaluator { get; init; }

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ArgumentException">One is out of its range.</exception>
    internal void Check()
    {
        Require.Finite(ScaleFactor);
        if (SmoothingWindow is { } window)
            Require.Positive(window, "ms", nameof(SmoothingWindow));
        ArgumentOutOfRangeException.ThrowIfLessThan(Trials, 1);
        Require.Positive(TimeStep, "ms");
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        ArgumentOutOfRangeException.ThrowIfNegative(FreshTrials);
        ArgumentOutOfRangeException.ThrowIfLessThan(FreshCandidates, 1);
        if (TimeLimit <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(TimeLimit), TimeLimit, "The time limit is not positive. Pass a longer one, or null for none.");
    }
}
