using System.Collections.Immutable;
using System.Globalization;

namespace Hnn.Core.Optimization;

/// <summary>What there is to say about a fit, part by part; the same for terminal, log and notebook.</summary>
internal sealed class FitReport(FitResult fit, FitProblem problem)
{
    // A coordinate this close to an end of its range is at the bound.
    private const double AtBound = 1e-3;

    private const int FaultsShown = 3;

    /// <summary>The parts that have something to say.</summary>
    public IEnumerable<ReportSection> Sections(bool provenance)
    {
        yield return Summary();
        yield return Parameters();
        if (!fit.Fresh.IsEmpty)
            yield return Fresh();
        if (fit.History.Any(evaluation => evaluation.Fault is not null))
            yield return Failures();
        if (!fit.Warnings.IsEmpty)
            yield return new ReportSection("Warnings", [], [], fit.Warnings);
        if (provenance)
            yield return Provenance();
    }

    private ReportSection Summary()
    {
        var initial = fit.Initial is { } start && double.IsFinite(start.Loss) ? $"{Short(start.Loss)} with the initial parameters, " : "";
        var smoothing = problem.Options.SmoothingWindow is { } window ? $"smoothed over {Exact(window)} ms" : "not smoothed";
        var failed = fit.History.Count(evaluation => evaluation.Fault is not null);
        return Pairs(
            "Fit",
            ("loss", $"{initial}{Short(fit.Loss)} at best (evaluation {Whole(fit.BestEvaluation.Number)})"),
            ("objective", problem.Objective.Details),
            ("dipoles", $"{Whole(problem.Options.Trials)} {(problem.Options.Trials == 1 ? "trial" : "trials")}, times {Exact(problem.Options.ScaleFactor)}, {smoothing}"),
            ("evaluations", $"{Whole(fit.History.Length)} of {Whole(problem.Search.Budget)}, {Whole(failed)} failed"),
            ("ended", ReasonText()),
            ("time", string.Create(CultureInfo.InvariantCulture, $"{fit.Elapsed.TotalSeconds:F1} s, {100 * (fit.SolverElapsed / fit.Elapsed):F1} % of it in the solver")));
    }

    private string ReasonText() => fit.StopReason switch
    {
        StopReason.BudgetSpent => "all evaluations of the budget were made",
        StopReason.Converged => "the solver had nothing more to try",
        StopReason.TimeSpent => "the time limit was reached",
        _ => "the user ended it",
    };

    private ReportSection Parameters() => new(
        "Parameters",
        ["name", "initial", "best", "bounds", ""],
        [.. problem.Cube.Names.Select(name => ImmutableArray.Create(
            name, fit.Initial is { } start ? ValueOf(start, name) : "", ValueOf(fit.BestEvaluation, name), $"{problem.Cube.Of(name)}", BoundNote(name)))],
        []);

    // A linked parameter whose formula failed has no value.
    private static string ValueOf(Evaluation evaluation, string name) => evaluation.Parameters.TryGetValue(name, out var value) ? Short(value) : "none";

    private string BoundNote(string name) => problem.Cube.FreeNames.IndexOf(name) is >= 0 and var index
        ? fit.BestEvaluation.Point[index] switch
        {
            <= AtBound => "at its lower bound",
            >= 1 - AtBound => "at its upper bound",
            _ => "",
        }
        : "";

    private ReportSection Fresh()
    {
        var initial = fit.Fresh.FirstOrDefault(score => problem.IsStart(score.Evaluation));
        return new ReportSection(
            $"Judged on {Whole(fit.Fresh[0].TrialLosses.Length)} fresh seeds, which the fit has not seen",
            ["evaluation", "loss in the fit", "fresh trials (mean ± SD)", "gap", "better than initial (± SE)"],
            [.. fit.Fresh.Select(score => ImmutableArray.Create(
                $"{Whole(score.Evaluation.Number)}{(score == initial ? " (initial)" : "")}", Short(score.Evaluation.Loss),
                $"{Short(score.Mean)} ± {Short(score.StandardDeviation)}", Short(score.Gap), score == initial || initial is null ? "" : Better(score, initial)))],
            [.. FreshRemarks(initial)]);
    }

    private IEnumerable<string> FreshRemarks(FreshScore? initial)
    {
        if (fit.Fresh.FirstOrDefault(score => score.Evaluation == fit.BestEvaluation) is not { } best)
            yield break;
        yield return best.Gap > 0
            ? $"Over-fit: single trials of the best parameters are worse by {Short(best.Gap)} on fresh seeds than on those of the fit, which has learned its seeds to that extent."
            : "Single trials of the best parameters are no worse on fresh seeds than on those of the fit.";
        if (initial is not null && initial != best)
        {
            var (difference, error) = best.BetterThan(initial);
            yield return $"On the same fresh seeds they are {Short(Math.Abs(difference))} ± {Short(error)} (standard error) {(difference < 0 ? "worse" : "better")} than the initial ones"
                + (Math.Abs(difference) > 2 * error ? "." : ", which may be chance.");
        }

        if (fit.Fresh.MinBy(score => score.Mean) is { } honest && honest != best)
            yield return $"Evaluation {Whole(honest.Evaluation.Number)} does best on fresh seeds.";
    }

    private static string Better(FreshScore score, FreshScore initial)
    {
        var (difference, error) = score.BetterThan(initial);
        return $"{Short(difference)} ± {Short(error)}";
    }

    private ReportSection Failures()
    {
        var failed = fit.History.Where(evaluation => evaluation.Fault is not null).ToImmutableArray();
        return new ReportSection(
            "Failed evaluations",
            ["evaluation", "why"],
            [.. failed.Take(FaultsShown).Select(evaluation => ImmutableArray.Create(Whole(evaluation.Number), evaluation.Fault!.ReplaceLineEndings(" ")))],
            failed.Length > FaultsShown ? [$"And {Whole(failed.Length - FaultsShown)} more."] : []);
    }

    private ReportSection Provenance() => Pairs(
        "Provenance",
        [
            ("library version", problem.StartPlan.Provenance.Version),
            .. fit.Description.Entries.Select(entry => (entry.Key, entry.Value)),
            .. problem.StartPlan.Provenance.Seeds.Select(seeds => ($"seeds of {seeds.Drive}", $"events {Whole(seeds.Event)}, connections {(seeds.Connection is { } seed ? Whole(seed) : "none")}")),
        ]);

    private static ReportSection Pairs(string title, params ImmutableArray<(string Name, string Value)> pairs) =>
        new(title, [], [.. pairs.Select(pair => ImmutableArray.Create(pair.Name, pair.Value))], []);

    private static string Short(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Exact(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
