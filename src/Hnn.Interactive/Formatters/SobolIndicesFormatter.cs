using System.Collections.Immutable;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Which parameters matter, by their shares of the variance: alone, and with their interactions.</summary>
internal sealed class SobolIndicesFormatter(FigureDrawing drawing) : ReportFormatter<SobolIndices>(drawing)
{
    public override Report ReportOf(SobolIndices value) => new(
        $"Sensitivity (Sobol' indices) to {NumberText.Count(value.Loss.Length, "parameter")}, from {NumberText.Count(value.Evaluations, "evaluation")}",
        [
            new Drawing(Plots.Plots.Sensitivity(value)),
            Shares("Shares of the waveform's variance", value.Residuals),
            Shares("Shares of the loss's variance", value.Loss),
            Table.OfPairs("", ("confidence of the limits", NumberText.Percent(value.Confidence)), ("samples used", NumberText.Whole(value.SamplesUsed))),
        ]);

    private static Table Shares(string heading, ImmutableArray<SobolIndex> indices) => Table.Of(
        heading,
        indices,
        ("parameter", index => index.Parameter),
        ("alone", index => NumberText.Rounded(index.First.Value)),
        ("limits", index => Limits(index.First)),
        ("with interactions", index => NumberText.Rounded(index.Total.Value)),
        ("limits", index => Limits(index.Total)));

    // There is none of an output that does not vary.
    private static string Limits(IntervalEstimate estimate) => double.IsFinite(estimate.Low) ? $"{NumberText.Rounded(estimate.Low)} to {NumberText.Rounded(estimate.High)}" : "";
}
