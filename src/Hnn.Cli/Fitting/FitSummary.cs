using Hnn.Core.Optimization;

namespace Hnn.Cli.Fitting;

/// <summary>What came out of a fit, as a part of a JSON object.</summary>
internal static class FitSummary
{
    /// <summary>The best parameters on seeds that the fit has not seen; null if that was not looked at.</summary>
    public static FreshScore? FreshOf(FitResult fit) => fit.Fresh.FirstOrDefault(score => score.Evaluation.Index == fit.BestEvaluation.Index);

    /// <summary>The object.</summary>
    public static object ObjectOf(FitResult fit) => new
    {
        startLoss = fit.Initial is { Fault: null } start ? start.Loss : (double?)null,
        bestLoss = fit.Loss,
        bestEvaluation = fit.BestEvaluation.Index + 1,
        evaluations = fit.History.Length,
        seconds = fit.Elapsed.TotalSeconds,
        solverSeconds = fit.SolverElapsed.TotalSeconds,
        stopReason = fit.StopReason.ToString(),
        parameters = fit.Best.ToDictionary(),
        fresh = FreshOf(fit) is { } fresh ? new { trials = fresh.TrialLosses.Length, fresh.Mean, fresh.StandardDeviation, fresh.Gap } : null,
    };
}
