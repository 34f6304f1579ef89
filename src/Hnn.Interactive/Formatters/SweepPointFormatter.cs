using Hnn.Core.Sweeps;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>One point of a sweep: its parameters and what came out.</summary>
internal sealed class SweepPointFormatter(FigureDrawing drawing) : ReportFormatter<SweepPoint>(drawing, hasPicture: false)
{
    public override Report ReportOf(SweepPoint value) => new(
        $"Point {NumberText.Whole(value.Index)} of a sweep",
        [
            Table.Of("Parameters", value.Parameters, ("parameter", parameter => parameter.Key), ("value", parameter => NumberText.Short(parameter.Value))),
            Table.Of("Summaries", value.Summaries, ("summary", summary => summary.Key), ("value", summary => NumberText.Short(summary.Value))),
            .. value.Fault is { } fault ? [new Sentence($"It failed: {fault}")] : Enumerable.Empty<Part>(),
            .. value.Result is { } result ? [new Drawing(DipolesFormatter.FigureOf(result.Dipoles))] : Enumerable.Empty<Part>(),
        ]);
}
