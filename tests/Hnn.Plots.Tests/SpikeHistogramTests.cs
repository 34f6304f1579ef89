using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;
using Hnn.Testing;

namespace Hnn.Plots.Tests;

public class SpikeHistogramTests
{
    private static readonly Dictionary<string, GidRange> Ranges = new()
    {
        ["L2_pyramidal"] = new(0, 2),
        ["evdist1"] = new(2, 3),
        ["evprox1"] = new(3, 4),
        ["evprox2"] = new(4, 5),
    };

    private static readonly CellResponse Response = new(
        [new([0, 1, 48.5, 49, 20], [2, 3, 3, 4, 0], ["", "", "", "", ""]), new([0.5], [2], [""])],
        Ranges,
        ["L2_pyramidal"]);

    [Fact]
    public void Every_drive_is_counted_for_itself_and_cells_are_not()
    {
        var traces = Traces(Plots.SpikeHistogram(Response));

        Assert.Equal(["evdist1", "evprox1", "evprox2"], traces.Select(trace => trace.Name));
        Assert.Equal([2.0, 2.0, 1.0], traces.Select(trace => trace.Counts.Sum()));
    }

    [Fact]
    public void There_are_49_bars_up_to_the_last_spike_and_the_last_bar_holds_it()
    {
        var evprox = Traces(Plots.SpikeHistogram(Response))[1..];

        Assert.All(evprox, trace => Assert.Equal(Enumerable.Range(0, 50).Select(k => (double)k), trace.Edges));
        Assert.Equal(1, evprox[0].Counts[1]);
        Assert.Equal(1, evprox[0].Counts[48]);
        Assert.Equal(1, evprox[1].Counts[48]);
    }

    [Fact]
    public void A_word_stands_for_all_whose_name_begins_with_it()
    {
        var traces = Traces(Plots.SpikeHistogram(Response, ["evprox", "L2_pyramidal"]));

        Assert.Equal([3.0, 1.0], traces.Select(trace => trace.Counts.Sum()));
    }

    [Fact]
    public void A_drive_has_the_same_colour_alone_and_among_others() =>
        Assert.Equal(Traces(Plots.SpikeHistogram(Response))[2].Color, Traces(Plots.SpikeHistogram(Response, ["evprox2"]))[0].Color);

    [Fact]
    public void Groups_can_have_labels_of_their_own()
    {
        var traces = Traces(Plots.SpikeHistogram(Response, new Dictionary<string, string[]> { ["feedforward"] = ["evprox"], ["others"] = ["evdist", "L2"] }));

        Assert.Equal(["feedforward", "others"], traces.Select(trace => trace.Name));
        Assert.Equal([3.0, 3.0], traces.Select(trace => trace.Counts.Sum()));
    }

    [Fact]
    public void A_drive_that_two_words_stand_for_is_counted_once() =>
        Assert.Equal(3, Traces(Plots.SpikeHistogram(Response, new Dictionary<string, string[]> { ["all"] = ["evprox", "evprox1"] })).Single().Counts.Sum());

    [Fact]
    public void Inverted_groups_hang_from_an_axis_without_signs()
    {
        var panel = Plots.SpikeHistogram(Response, inverted: ["evdist"]).Panels.Single();

        Assert.Equal([true, false, false], panel.Traces.Cast<HistogramTrace>().Select(trace => trace.IsInverted));
        Assert.True(panel.Y.ShowsMagnitude);
        Assert.False(Plots.SpikeHistogram(Response).Panels.Single().Y.ShowsMagnitude);
    }

    [Fact]
    public void A_group_can_have_another_colour()
    {
        var red = Color.FromHex("#FF0000");

        Assert.Equal(red, Traces(Plots.SpikeHistogram(Response, colors: new Dictionary<string, Color> { ["evprox1"] = red }))[1].Color);
    }

    [Fact]
    public void An_empty_group_and_words_trials_or_colours_for_nothing_are_errors()
    {
        Assert.Contains("'none' is empty", Assert.Throws<ArgumentException>(() => Plots.SpikeHistogram(Response, new Dictionary<string, string[]> { ["none"] = [] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Plots.SpikeHistogram(Response, inverted: ["bursty"]));
        Assert.Throws<ArgumentException>(() => Plots.SpikeHistogram(Response, colors: new Dictionary<string, Color> { ["bursty"] = default }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plots.SpikeHistogram(Response, trials: [2]));
    }

    [Fact]
    public void One_trial_can_be_chosen() =>
        Assert.Equal(1, Traces(Plots.SpikeHistogram(Response, ["evdist1"], trials: [1])).Single().Counts.Sum());

    [Fact]
    public void A_word_that_stands_for_nothing_is_an_error_that_names_what_there_is() =>
        Assert.Contains("evdist1", Assert.Throws<ArgumentException>(() => Plots.SpikeHistogram(Response, ["evporx"])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_response_without_spikes_gives_empty_bars() =>
        Assert.All(Traces(Plots.SpikeHistogram(new CellResponse([SpikeTable.Empty], Ranges, ["L2_pyramidal"]))), trace => Assert.Equal(0, trace.Counts.Sum()));

    [Fact]
    public void The_bars_are_those_of_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        var recorded = ReferenceData.Json("signal/spikes.json");
        var spikes = ReferenceData.Table(recorded.GetProperty("input").GetString()!);
        var trials = Enumerable.Range(0, 3).Select(trial => SpikesOf(spikes, trial)).ToImmutableArray();
        var populations = recorded.GetProperty("cell_types").AsStrings();

        var traces = Traces(Plots.SpikeHistogram(new CellResponse(trials), populations, stopTime: recorded.GetProperty("bin_edges")[49].GetDouble()));

        Assert.All(traces, trace => Assert.Equal(recorded.GetProperty("histogram").GetProperty(trace.Name).GetProperty("all_trials").AsDoubles(), trace.Counts));
    }

    private static SpikeTable SpikesOf(ReferenceTable spikes, int trial)
    {
        var (trials, times, gids, types) = (spikes.Integers("trial"), spikes["time"], spikes.Integers("gid"), spikes.Text("type"));
        var rows = Enumerable.Range(0, spikes.RowCount).Where(row => trials[row] == trial).ToArray();
        return new SpikeTable([.. rows.Select(row => times[row])], [.. rows.Select(row => gids[row])], [.. rows.Select(row => types[row])]);
    }

    private static HistogramTrace[] Traces(Figure figure) => [.. figure.Panels.Single().Traces.Cast<HistogramTrace>()];
}
