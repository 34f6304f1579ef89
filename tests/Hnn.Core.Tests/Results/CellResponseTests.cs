using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Core.Tests.Results;

public class CellResponseTests
{
    private static readonly Dictionary<string, GidRange> Ranges = new() { ["L2_basket"] = new(0, 2), ["evprox1"] = new(2, 4) };

    [Fact]
    public void Without_a_trial_or_a_cell_there_is_no_mean_rate_and_the_error_says_which()
    {
        var ranges = new Dictionary<string, GidRange> { ["L2_basket"] = new(0, 3), ["none"] = new(3, 3) };
        var (noTrial, noCell) = (new CellResponse([], ranges, ["L2_basket"]), new CellResponse([SpikeTable.Empty], ranges, ["none"]));

        Func<object>[] withoutTrial = [() => noTrial.MeanRates(0, 100), () => noTrial.BinnedRates(0, 100, 2)];
        Func<object>[] withoutCell = [() => noCell.MeanRates(0, 100), () => noCell.MeanRatesByTrial(0, 100), () => noCell.BinnedRates(0, 100, 2)];
        Assert.All(withoutTrial, rates => Assert.StartsWith("There is no trial", Assert.Throws<InvalidOperationException>(rates).Message, StringComparison.Ordinal));
        Assert.All(withoutCell, rates => Assert.StartsWith("A cell type has no cells", Assert.Throws<InvalidOperationException>(rates).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Spikes_without_a_type_get_it_from_the_gid_ranges()
    {
        var response = Response([1, 2, 3], [0, 3, 7]);

        Assert.Equal(["L2_basket", "evprox1", ""], response.Trials[0].Types);
        Assert.Equal([2.0], response.Trials[0].TimesOf("evprox1"));
    }

    [Fact]
    public void Only_spikes_within_the_window_count_for_a_rate()
    {
        // Two cells, three spikes in 100 ms: 15 Hz each on average; the spikes at 1 and 4 ms are outside of 50 to 100 ms.
        var response = Response([1, 4, 60], [0, 1, 1]);

        Assert.Equal(15, response.MeanRates(0, 100)["L2_basket"]);
        Assert.Equal(10, response.MeanRates(50, 100)["L2_basket"]);
        Assert.Equal([0.0, 20.0], response.RatesByCell(50, 100)["L2_basket"][0]);
    }

    [Fact]
    public void Binned_rates_average_to_the_rate_of_the_whole_window()
    {
        var response = Response([0, 25, 60, 100], [0, 1, 1, 0]);

        // Bins of 25 ms with two cells: one spike is 20 Hz. The spike at 25 ms belongs to the second bin, that at 100 ms to the last.
        Assert.Equal([20.0, 20, 20, 20], response.BinnedRates(0, 100, bins: 4)["L2_basket"]);
    }

    [Fact]
    public void Rates_need_a_window_and_the_cells_of_each_type()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Response([1], [0]).MeanRates(50, 50));
        Assert.Throws<InvalidOperationException>(() => new CellResponse([SpikeTable.Empty]).MeanRates(0, 50));
    }

    [Fact]
    public void Contradicting_gids_and_types_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CellResponse([SpikeTable.Empty], new Dictionary<string, GidRange> { ["a"] = new(0, 3), ["b"] = new(2, 4) }));
        Assert.Throws<ArgumentException>(() => new CellResponse([SpikeTable.Empty], Ranges, ["L5_basket"]));
        Assert.Throws<ArgumentException>(() => new CellResponse([new SpikeTable([1], [3], ["L2_basket"])], Ranges));
        Assert.Throws<ArgumentException>(() => new SpikeTable([1, 2], [3], ["L2_basket"]));
        Assert.Throws<ArgumentException>(() => new SpikeTable([double.NaN], [3], ["L2_basket"]));
    }

    [Fact]
    public void Spikes_are_the_same_if_their_files_are()
    {
        Assert.True(Response([1, 2], [0, 1]).HasSameSpikesAs(Response([1.0002, 2], [0, 1])));
        Assert.False(Response([1, 2], [0, 1]).HasSameSpikesAs(Response([1.002, 2], [0, 1])));
        Assert.False(Response([1, 2], [0, 1]).HasSameSpikesAs(Response([1, 2], [0, 0])));
    }

    [Fact]
    public void A_recording_is_found_by_trial_cell_section_and_receptor()
    {
        ImmutableArray<Probe> probes = [new(ProbeQuantity.Voltage, 0, "soma"), new(ProbeQuantity.SynapticCurrent, 0, "soma", "ampa")];
        var recordings = new SectionRecordings([0, 1], probes, [[[-65, -64], [0, 1]], [[-65, -63], [0, 2]]]);

        var response = new CellResponse([SpikeTable.Empty, SpikeTable.Empty], Ranges, ["L2_basket"], recordings);

        Assert.Equal([-65.0, -63.0], response.Voltage(1, 0, "soma"));
        Assert.Equal([0.0, 1.0], response.SynapticCurrent(0, 0, "soma", "ampa"));
        Assert.Throws<KeyNotFoundException>(() => response.Calcium(0, 0, "soma"));
        Assert.Throws<KeyNotFoundException>(() => response.Voltage(2, 0, "soma"));
    }

    [Fact]
    public void Rates_over_the_whole_trial_are_those_of_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var (response, rates) = Recorded();

        AssertRates(rates.GetProperty("all|0-170"), type => [response.MeanRates(0, 170)[type]]);
        AssertRates(rates.GetProperty("trial|0-170"), type => response.MeanRatesByTrial(0, 170)[type]);
        AssertRates(rates.GetProperty("cell|0-170"), type => response.RatesByCell(0, 170)[type].SelectMany(trial => trial));
    }

    [Fact]
    public void The_reference_divides_the_count_of_the_whole_trial_by_the_window()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var (response, rates) = Recorded();

        // 170 ms of spikes over a window of 80 ms: what the windowed default deliberately does not give.
        AssertRates(rates.GetProperty("all|20.0-100.0"), type => [response.MeanRates(0, 170)[type] * 170 / 80]);
        AssertRates(rates.GetProperty("trial|20.0-100.0"), type => response.MeanRatesByTrial(0, 170)[type].Select(rate => rate * 170 / 80));
        AssertRates(rates.GetProperty("cell|20.0-100.0"), type => response.RatesByCell(0, 170)[type].SelectMany(trial => trial).Select(rate => rate * 170 / 80));
    }

    [Fact]
    public void Each_trial_has_as_many_spikes_of_each_type_as_in_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var response = Recorded().Response;

        foreach (var type in ReferenceData.Json("signal/spikes.json").GetProperty("spike_times_by_type_counts").EnumerateObject())
            Assert.Equal(type.Value.AsDoubles(), response.Trials.Select(trial => (double)trial.TimesOf(type.Name).Length));
    }

    // Averages of a few numbers in another order of sums: 1e-12 relative.
    private static void AssertRates(JsonElement recorded, Func<string, IEnumerable<double>> rates)
    {
        foreach (var type in recorded.EnumerateObject())
            Assert.Equal(Flat(type.Value), rates(type.Name), (a, b) => Math.Abs(a - b) <= 1e-12 * a);
    }

    private static IEnumerable<double> Flat(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(Flat) : [element.GetDouble()];

    private static (CellResponse Response, JsonElement Rates) Recorded()
    {
        var recorded = ReferenceData.Json("signal/spikes.json");
        var ranges = recorded.GetProperty("gid_ranges").EnumerateObject().ToDictionary(range => range.Name, range => new GidRange(range.Value[0].GetInt32(), range.Value[1].GetInt32()));
        var table = ReferenceData.Table(recorded.GetProperty("input").GetString()!);
        var spikes = table.Integers("trial").Zip(table["time"], table.Integers("gid")).GroupBy(spike => spike.First).OrderBy(trial => trial.Key);
        var trials = spikes.Select(trial => new SpikeTable([.. trial.Select(s => s.Second)], [.. trial.Select(s => s.Third)], [.. trial.Select(_ => "")]));
        return (new CellResponse([.. trials], ranges, [.. ranges.Keys.Take(4)]), recorded.GetProperty("mean_rates"));
    }

    private static CellResponse Response(ImmutableArray<double> times, ImmutableArray<int> gids) =>
        new([new SpikeTable(times, gids, [.. gids.Select(_ => "")])], Ranges, ["L2_basket"]);
}
