using Hnn.Core.Optimization;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>What came out of a stepwise fit: the losses of its steps, the best parameters, and how each step went.</summary>
internal sealed class StepwiseFitResultFormatter(FigureDrawing drawing) : ReportFormatter<StepwiseFitResult>(drawing)
{
    public override Report ReportOf(StepwiseFitResult value) => new(
        $"Stepwise fit: RMSE {NumberText.Short(value.Loss)} nAm after {NumberText.Count(value.Steps.Length, "step")}, {NumberText.Short(value.InitialLoss)} before",
        [
            .. value.Steps.IsEmpty
                ? Enumerable.Empty<Part>()
                : [new Drawing(Plots.Plots.Convergence([.. value.Steps.Select((step, index) => ($"Step {NumberText.Whole(index + 1)}", step.Fit))]))],
            Table.Of(
                "Steps",
                value.Steps,
                ("drives", step => string.Join(", ", step.Drives)),
                ("evaluations", step => NumberText.Whole(step.Fit.History.Length)),
                ("RMSE before (nAm)", step => NumberText.Short(step.LossBefore)),
                ("RMSE after (nAm)", step => NumberText.Short(step.LossAfter))),
            Table.Of("Best parameters", value.Best, ("parameter", best => best.Key), ("best", best => NumberText.Short(best.Value))),
            new Sentence($"It ended because {FitResultFormatter.ReasonOf(value.StopReason)}."),
        ]);
}
