using Hnn.Core.Optimization;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;
using Hnn.Plots;

namespace Hnn.Interactive.Formatters;

/// <summary>What came out of a fit: losses, the best parameters within their bounds, and how it went. No times: a notebook run twice is the same.</summary>
internal sealed class FitResultFormatter(FigureDrawing drawing) : ReportFormatter<FitResult>(drawing)
{
    // A coordinate this close to an end of its range is at the bound.
    private const double AtBound = 1e-3;

    public override Report ReportOf(FitResult value) => new(
        $"Fit: {value.Objective.Name} {NumberText.Loss(value.Loss, value.Objective)} after {NumberText.Count(value.History.Length, "evaluation")}",
        [
            .. value.Warnings.Select(warning => new Sentence($"Warning: {warning}")),
            Parameters(value),
            new Drawing(Figure.Rows(Plots.Plots.Convergence(value), Plots.Plots.Parameters(value))),
            Table.OfPairs(
                "Losses",
                ("with the initial parameters", value.Initial is { } initial ? NumberText.Loss(initial.Loss, value.Objective) : ""),
                ($"with the best (evaluation {NumberText.Whole(value.BestEvaluation.Number)})", NumberText.Loss(value.Loss, value.Objective)),
                ("failed evaluations", NumberText.Whole(value.History.Count(evaluation => evaluation.Fault is not null))),
                ("ended because", ReasonOf(value.StopReason))),
            Fresh(value),
            new Fold("All on which the fit depends", [Table.OfPairs("", [.. value.Description.Entries.Select(entry => (entry.Key, entry.Value))])]),
        ]);

    /// <summary>Why a search ended, as the end of a sentence.</summary>
    public static string ReasonOf(StopReason reason) => reason switch
    {
        StopReason.BudgetSpent => "all evaluations of the budget were made",
        StopReason.Converged => "the solver had nothing more to try",
        StopReason.TimeSpent => "the time limit was reached",
        _ => "it was interrupted",
    };

    private static Table Parameters(FitResult fit)
    {
        var bounds = fit.Description.Entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        return Table.Of(
            "Best parameters",
            fit.Best,
            ("parameter", best => best.Key),
            ("initial", best => fit.Initial is { } initial && initial.Parameters.TryGetValue(best.Key, out var value) ? NumberText.Short(value) : ""),
            ("best", best => NumberText.Short(best.Value)),
            ("bounds", best => bounds.GetValueOrDefault($"parameter {best.Key}", "")),
            ("", best => NoteOf(fit, best.Key)));
    }

    private static string NoteOf(FitResult fit, string parameter) => fit.FreeParameters.IndexOf(parameter) is >= 0 and var index
        ? fit.BestEvaluation.Point[index] switch
        {
            <= AtBound => "at its lower bound",
            >= 1 - AtBound => "at its upper bound",
            _ => "",
        }
        : "";

    private static Table Fresh(FitResult fit)
    {
        return Table.Of(
            "Judged on fresh seeds, which the fit has not seen",
            fit.Fresh,
            ("evaluation", score => NumberText.Whole(score.Evaluation.Number)),
            (InUnit("loss in the fit"), score => NumberText.Short(score.Evaluation.Loss)),
            (InUnit("mean of single trials"), score => NumberText.Short(score.Mean)),
            (InUnit("standard deviation"), score => NumberText.Short(score.StandardDeviation)),
            (InUnit("gap"), score => NumberText.Short(score.Gap)));

        string InUnit(string column) => (Plots.Plots.LossAxis(fit.Objective) with { Quantity = column }).Label;
    }
}
