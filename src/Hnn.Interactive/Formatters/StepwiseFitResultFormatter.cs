using Hnn.Core.Optimization;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>What came out of a stepwise fit: the losses of its steps, the best parameters, and how each step went.</summary>
internal sealed class StepwiseFitResultFormatter(FigureDrawing drawing) : ReportFormatter<StepwiseFitResult>(drawing)
{
    public override Report ReportOf(StepwiseFitResult value) => new(
        $"Stepwise fit: RMSE {Words.Short(value.Loss)} nAm after {Words.Count(value.Steps.Length, "step")}, {Words.Short(value.InitialLoss)} before",
        [
            .. value.Steps.IsEmpty
                ? Enumerable.Empty<Part>()
                : [new Drawing(Plots.Plots.Convergence([.. value.Steps.Select((step, index) => ($"Step {Words.Whole(index + 1)}", step.Fit))]))],
            Table.Of(
                "Steps",
                value.Steps,
                ("drives", step => string.Join(", ", step.Drives)),
                ("evaluations", step => Words.Whole(step.Fit.History.Length)),
                ("RMSE before (nAm)", step => Words.Short(step.LossBefore)),
                ("RMSE after (nAm)", step => Words.Short(step.LossAfter))),
            Table.Of("Best parameters", value.Best, ("parameter", best => best.Key), ("best", best => Words.Short(best.Value))),
            new Sentence($"It ended because {FitResultFormatter.ReasonOf(value.StopReason)}."),
        ]);
}
