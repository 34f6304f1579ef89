using Hnn.Core.Results;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;
using Hnn.Plots;

namespace Hnn.Interactive.Formatters;

/// <summary>What came out of a simulation: dipoles above the spikes over the same time, key numbers, provenance.</summary>
internal sealed class SimulationResultFormatter(FigureDrawing drawing) : ReportFormatter<SimulationResult>(drawing)
{
    public override Report ReportOf(SimulationResult value)
    {
        var options = value.Provenance.Options;
        return new Report(
            $"Simulation: {NumberText.Count(options.Trials, "trial")} of {NumberText.Exact(options.StopTime)} ms",
            [
                .. value.Warnings.Select(warning => new Sentence($"Warning: {warning}")),
                new Drawing(Figure.Rows(DipolesFormatter.FigureOf(value.Dipoles), CellResponseFormatter.FigureOf(value.CellResponse, options.StopTime)).WithSharedX()),
                PeakTable.OfDeflections(value.Dipoles.Average()),
                SpikeCounts.TableOf(value.CellResponse, options.StopTime),
                Electrodes(value),
                new Fold("Provenance", [Origin(value), Seeds(value)]),
            ]);
    }

    private static Table Electrodes(SimulationResult result) => Table.Of(
        "Electrode arrays",
        result.Electrodes,
        ("array", recording => recording.Array.Name),
        ("contacts", recording => NumberText.Whole(recording.Array.Contacts.Length)));

    private static Table Origin(SimulationResult result) => Table.OfPairs(
        "",
        ("library version", result.Provenance.Version),
        ("hash of the model", result.Provenance.ModelHash),
        ("step", $"{NumberText.Exact(result.Provenance.Options.TimeStep)} ms"),
        ("first trial", NumberText.Whole(result.Provenance.Options.FirstTrial)));

    private static Table Seeds(SimulationResult result) => Table.Of(
        "Seeds of the drives",
        result.Provenance.Seeds,
        ("drive", seeds => seeds.Drive),
        ("of events", seeds => NumberText.Whole(seeds.Event)),
        ("of connections", seeds => seeds.Connection is { } seed ? NumberText.Whole(seed) : "none"));
}
