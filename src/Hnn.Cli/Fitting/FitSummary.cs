using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Optimization;

namespace Hnn.Cli.Fitting;

/// <summary>What came out of a fit, in a few lines or as a part of a JSON object.</summary>
internal static class FitSummary
{
    /// <summary>The lines.</summary>
    public static ImmutableArray<string> Lines(FitResult fit)
    {
        var width = fit.Best.Keys.Max(name => name.Length);
        return
        [
            Text($"{fit.History.Length} evaluations in {fit.Elapsed.TotalSeconds:F1} s; {ReasonOf(fit.StopReason)}."),
            Text($"{(StartOf(fit) is { } start ? Text($"Loss at the start {start.Loss:F2}, at") : "At")} best {fit.Loss:F2} (evaluation {fit.BestEvaluation.Index + 1}):"),
            .. fit.Best.Select(value => Text($"  {value.Key.PadRight(width)}  {value.Value:G6}")),
            .. FreshOf(fit) is { } fresh
                ? [Text($"On {fresh.TrialLosses.Length} fresh seeds the best has a loss of {fresh.Mean:F2} ± {fresh.StandardDeviation:F2} per trial, {Math.Abs(fresh.Gap):F2} {(fresh.Gap < 0 ? "less" : "more")} than on those of the fit.")]
                : ImmutableArray<string>.Empty,
        ];
    }

    /// <summary>The evaluation of the initial parameters; null if it failed, or the fit was ended before it was done.</summary>
    public static Evaluation? StartOf(FitResult fit) => fit.History.FirstOrDefault(evaluation => evaluation is { Index: 0, Fault: null });

    /// <summary>The best parameters on seeds that the fit has not seen; null if that was not looked at.</summary>
    public static FreshScore? FreshOf(FitResult fit) => fit.Fresh.FirstOrDefault(score => score.Evaluation.Index == fit.BestEvaluation.Index);

    /// <summary>The same as <see cref="Lines"/> as an object.</summary>
    public static object ObjectOf(FitResult fit) => new
    {
        startLoss = StartOf(fit)?.Loss,
        bestLoss = fit.Loss,
        bestEvaluation = fit.BestEvaluation.Index + 1,
        evaluations = fit.History.Length,
        seconds = fit.Elapsed.TotalSeconds,
        solverSeconds = fit.SolverElapsed.TotalSeconds,
        stopReason = fit.StopReason.ToString(),
        parameters = fit.Best.ToDictionary(),
        fresh = FreshOf(fit) is { } fresh ? new { trials = fresh.TrialLosses.Length, fresh.Mean, fresh.StandardDeviation, fresh.Gap } : null,
    };

    private static string ReasonOf(StopReason reason) => reason switch
    {
        StopReason.BudgetSpent => "all that were allowed",
        StopReason.Converged => "the solver had nothing more to try",
        StopReason.TimeSpent => "the time was up",
        _ => "ended early",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
