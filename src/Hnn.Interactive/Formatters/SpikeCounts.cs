using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Spikes in numbers: a row for each cell type and drive.</summary>
internal static class SpikeCounts
{
    /// <summary>Counts, and rates where the simulated time is known.</summary>
    /// <param name="response">The spikes.</param>
    /// <param name="stopTime">Simulated time in ms; null if it is not known.</param>
    public static Table TableOf(CellResponse response, double? stopTime)
    {
        var counts = response.Trials.SelectMany(trial => trial.Types).CountBy(type => type).ToDictionary(StringComparer.Ordinal);
        var names = response.GidRanges.Keys.Concat(counts.Keys).Distinct(StringComparer.Ordinal).ToArray();
        var rates = stopTime is { } stop && !response.CellTypes.IsEmpty ? response.MeanRates(0, stop) : null;
        return new Table(
            "Spikes",
            ["", "cells", "spikes", .. rates is null ? Enumerable.Empty<string>() : ["rate (Hz)"]],
            [
                .. names.Select(name => (ImmutableArray<string>)
                [
                    name.Length > 0 ? name : "unknown",
                    response.GidRanges.TryGetValue(name, out var range) ? NumberText.Whole(range.Count) : "",
                    NumberText.Whole(counts.GetValueOrDefault(name)),
                    .. rates is null ? Enumerable.Empty<string>() : [rates.TryGetValue(name, out var rate) ? NumberText.Short(rate) : ""],
                ]),
            ]);
    }
}
