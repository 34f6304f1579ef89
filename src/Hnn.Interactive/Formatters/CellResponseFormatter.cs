using Hnn.Core.Results;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;
using Hnn.Plots;

namespace Hnn.Interactive.Formatters;

/// <summary>Spikes of all trials: of cells as a raster, of drives as a histogram, and in numbers.</summary>
internal sealed class CellResponseFormatter(FigureDrawing drawing) : ReportFormatter<CellResponse>(drawing)
{
    public override Report ReportOf(CellResponse value)
    {
        if (value.Trials.IsEmpty)
            return new Report("Spikes: no trials");
        double? stopTime = value.Times.IsEmpty ? null : value.Times[^1];
        return new Report(
            $"Spikes of {NumberText.Count(value.Trials.Length, "trial")}",
            new Drawing(FigureOf(value, stopTime)),
            SpikeCounts.TableOf(value, stopTime),
            new Fold("Recordings", [RecordingsOf(value)]));
    }

    /// <summary>Histogram of the drives above the raster of the cells.</summary>
    public static Figure FigureOf(CellResponse response, double? stopTime) =>
        Figure.Rows(Plots.Plots.SpikeHistogram(response, stopTime: stopTime), Plots.Plots.SpikeRaster(response, stopTime: stopTime)).WithSharedX();

    private static Part RecordingsOf(CellResponse response) => response.Probes.IsEmpty
        ? new Sentence("Only spikes were recorded.")
        : Table.Of(
            "",
            response.Probes,
            ("quantity", probe => $"{probe.Quantity}"),
            ("gid", probe => NumberText.Whole(probe.Gid)),
            ("section", probe => probe.Section),
            ("receptor", probe => probe.Receptor ?? ""));
}
