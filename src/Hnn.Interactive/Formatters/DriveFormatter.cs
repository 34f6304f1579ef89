using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Drives of all kinds: when they spike, and whom they reach how strongly.</summary>
internal sealed class DriveFormatter(FigureDrawing drawing) : ReportFormatter<Drive>(drawing)
{
    public override Report ReportOf(Drive value) => new(
        $"Drive {value.Name} ({DrivesFormatter.KindOf(value)}): {DrivesFormatter.TimesOf(value)}",
        new Drawing(Plots.Plots.DriveTimes(value)),
        Table.Of(
            "Targets",
            value.AmpaWeights.Keys.Union(value.NmdaWeights.Keys, StringComparer.Ordinal),
            ("cell type", type => type),
            ("AMPA (µS)", type => NumberOf(value.AmpaWeights, type)),
            ("NMDA (µS)", type => NumberOf(value.NmdaWeights, type)),
            ("delay (ms)", type => NumberOf(value.Delays, type)),
            ("probability", type => NumberOf(value.Probabilities, type) is { Length: > 0 } probability ? probability : "1")),
        Table.OfPairs(
            "Settings",
            ("where", value.Location),
            ("drive cells", $"{NumberText.Whole(value.GidRange.Count)}, {(value.CellSpecific ? "one for each target cell" : "each for all target cells")}"),
            ("spread of a burst", value is BurstyDrive bursty ? $"± {NumberText.Exact(bursty.BurstStd)} ms, {NumberText.Exact(bursty.SpikeInterval)} ms between its spikes" : ""),
            ("space constant", $"{NumberText.Short(value.SpaceConstant)} in-plane distances"),
            ("seed of events", value is SpikeTrainDrive ? "" : NumberText.Whole(value.EventSeed)),
            ("seed of connections", value.ConnectionSeed is { } seed ? NumberText.Whole(seed) : "none: drawn anew each time")));

    private static string NumberOf(ImmutableSortedDictionary<string, double> numbers, string type) =>
        numbers.TryGetValue(type, out var number) ? NumberText.Short(number) : "";
}
