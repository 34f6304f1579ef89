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
    /// <param name="inverted">Groups whose bars hang down from zero: each word stands for all groups whose name begins with it. Default: none.</param>
    /// <param name="colors">Colours by group, for those that shall not have the usual one. Default: <see cref="Palette.Population"/> of the first member.</param>
    /// <returns>A figure with one panel; the last bar includes its right end.</returns>
    /// <exception cref="ArgumentException">A word stands for nothing, there is no such trial, or an argument is out of range.</exception>
    public static Figure SpikeHistogram(
        CellResponse response,
        IEnumerable<string>? groups = null,
        double? stopTime = null,
        IEnumerable<int>? trials = null,
        IEnumerable<string>? inverted = null,
        IReadOnlyDictionary<string, Color>? colors = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        var words = groups ?? PopulationsOf(response).Except(response.CellTypes, StringComparer.Ordinal);
        return HistogramOf(response, words.Select(word => KeyValuePair.Create(word, (string[])[word])), stopTime, trials, inverted, colors);
    }

    /// <summary>How many spikes groups of drives or cell types have over time, each group with a label of its own.</summary>
    /// <param name="response">The spikes; those of the chosen trials are counted together.</param>
    /// <param name="groups">Label of each group and what is counted together under it: each word stands for all drives and cell types whose name begins with it.</param>
    /// <param name="stopTime">End of the time axis in ms. Positive. Default: the last spike.</param>
    /// <param name="trials">Indexes of the trials. Default: all.</param>
    /// <param name="inverted">Groups whose bars hang down from zero: each word stands for all labels that begin with it. Default: none.</param>
    /// <param name="colors">Colours by label, for those that shall not have the usual one. Default: <see cref="Palette.Population"/> of the first member.</param>
    /// <returns>A figure with one panel; the last bar includes its right end.</returns>
    /// <example><c>Plots.SpikeHistogram(response, new Dictionary&lt;string, string[]&gt; { ["evoked"] = ["evprox", "evdist"], ["rhythmic"] = ["bursty"] })</c></example>
    /// <exception cref="ArgumentException">A word stands for nothing, there is no such trial, or an argument is out of range.</exception>
    public static Figure SpikeHistogram(
        CellResponse response,
        IReadOnlyDictionary<string, string[]> groups,
        double? stopTime = null,
        IEnumerable<int>? trials = null,
        IEnumerable<string>? inverted = null,
        IReadOnlyDictionary<string, Color>? colors = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(groups);
        return HistogramOf(response, groups, stopTime, trials, inverted, colors);
    }

    private static Figure HistogramOf(
        CellResponse response,
        IEnumerable<KeyValuePair<string, string[]>> groups,
        double? stopTime,
        IEnumerable<int>? trials,
        IEnumerable<string>? inverted,
        IReadOnlyDictionary<string, Color>? colors)
    {
        if (stopTime is { } stop)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stop, nameof(stopTime));

        var populations = PopulationsOf(response);
        var counted = groups.Select(group => (Name: group.Key, Members: group.Value.SelectMany(word => MembersOf(word, populations)).Distinct(StringComparer.Ordinal).ToArray())).ToArray();
        if (Array.Find(counted, group => group.Members.Length == 0).Name is { } empty)
            throw new ArgumentException($"The group '{empty}' is empty, so there is nothing to count. Name at least one of {Listing(populations)} for it.", nameof(groups));
        string[] labels = [.. counted.Select(group => group.Name)];
        var hanging = (inverted ?? []).SelectMany(word => MembersOf(word, labels)).ToHashSet(StringComparer.Ordinal);
        CheckColors(colors, labels);
        var spikes = SpikesOf(response, trials).ToLookup(spike => spike.Type, spike => spike.Time);
        var edges = Edges(stopTime ?? spikes.SelectMany(times => times).DefaultIfEmpty(1).Max());
        var panel = new Panel
        {
            X = TimeAxis with { Min = 0, Max = edges[^1] },
            Y = new Axis("Spikes", "count") { ShowsMagnitude = hanging.Count > 0 },
            Traces = [.. counted.Select(group => new HistogramTrace
            {
                Name = group.Name,
                Color = ColorOf(group.Name, group.Members[0], populations, colors),
                Edges = edges,
                Counts = Count(group.Members.SelectMany(member => spikes[member]), edges),
                IsInverted = hanging.Contains(group.Name),
            })],
        };
        return new Figure { Panels = [panel] };
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
