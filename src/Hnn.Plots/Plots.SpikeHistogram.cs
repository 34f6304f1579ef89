using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    // As in the reference: 50 edges, hence 49 bars.
    private const int HistogramEdges = 50;

    /// <summary>How many spikes each drive or cell type has over time.</summary>
    /// <param name="response">The spikes; those of the chosen trials are counted together.</param>
    /// <param name="groups">What is counted: each word stands for all drives and cell types whose name begins with it. Default: every drive for itself.</param>
    /// <param name="stopTime">End of the time axis in ms. Positive. Default: the last spike.</param>
    /// <param name="trials">Indexes of the trials. Default: all.</param>
    /// <returns>A figure with one panel; the last bar includes its right end.</returns>
    /// <exception cref="ArgumentException">A word stands for nothing, or an argument is out of range.</exception>
    public static Figure SpikeHistogram(
        CellResponse response, IEnumerable<string>? groups = null, double? stopTime = null, IEnumerable<int>? trials = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (stopTime is { } stop)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stop, nameof(stopTime));

        var populations = PopulationsOf(response);
        var tables = (trials ?? Enumerable.Range(0, response.Trials.Length)).Select(trial => response.Trials[trial]).ToArray();
        var counted = (groups ?? populations.Except(response.CellTypes, StringComparer.Ordinal)).Select(group => (Name: group, Members: MembersOf(group, populations))).ToArray();
        var spikes = tables.SelectMany(table => table.Times.Zip(table.Types, (time, type) => (Time: time, Type: type))).ToLookup(spike => spike.Type, spike => spike.Time);
        var edges = Edges(stopTime ?? spikes.SelectMany(times => times).DefaultIfEmpty(1).Max());
        var panel = new Panel
        {
            X = TimeAxis with { Min = 0, Max = edges[^1] },
            Y = new Axis("Spikes", "count"),
            Traces = [.. counted.Select(group => new HistogramTrace
            {
                Name = group.Name,
                Color = Palette.Population(group.Members[0], populations),
                Edges = edges,
                Counts = Count(group.Members.SelectMany(member => spikes[member]), edges),
            })],
        };
        return new Figure { Panels = [panel] };
    }

    // Spikes read from a file come without the network's ranges; then the types that occur are all there is to know.
    private static string[] PopulationsOf(CellResponse response) =>
        [.. response.GidRanges.Keys.Concat(response.Trials.SelectMany(trial => trial.Types)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string[] MembersOf(string group, string[] populations)
    {
        // A full name stands for itself alone, so that evprox1 does not take evprox10 along.
        if (populations.Contains(group, StringComparer.Ordinal))
            return [group];
        var members = populations.Where(name => name.StartsWith(group, StringComparison.Ordinal)).ToArray();
        return members.Length > 0
            ? members
            : throw new ArgumentException($"No drive or cell type begins with '{group}'. Name one of {string.Join(", ", populations)}.", nameof(group));
    }

    private static ImmutableArray<double> Edges(double stop) =>
        [.. Enumerable.Range(0, HistogramEdges - 1).Select(k => k * (stop / (HistogramEdges - 1))), stop];

    private static ImmutableArray<double> Count(IEnumerable<double> times, ImmutableArray<double> edges)
    {
        var counts = new double[edges.Length - 1];
        foreach (var time in times.Where(time => time >= edges[0] && time <= edges[^1]))
        {
            var found = edges.BinarySearch(time);
            counts[Math.Min(found >= 0 ? found : ~found - 1, counts.Length - 1)]++;
        }

        return [.. counts];
    }
}
