using System.Collections.Immutable;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests.Runs;

public sealed class SimulationTests
{
    private static readonly EngineOptions Options = SmallNetworks.Until(25);

    private static readonly CompiledModel Model = SmallNetworks.Column.Compiled();

    private static readonly CompiledModel WithElectrodes = (SmallNetworks.Column with { ElectrodeArrays = SmallNetworks.Electrodes }).Compiled();

    private static readonly ImmutableArray<TrialInput> Trials = SmallNetworks.Trials(2);

    [Fact]
    public void The_column_of_these_tests_is_alive()
    {
        var recording = Finished(New());

        Assert.Contains(recording[0].Spikes, spike => spike.Gid < 11);
        Assert.Contains(recording[0].Spikes, spike => spike.Gid is >= 11 and < 15);
        Assert.All(recording[0].Probes, samples => Assert.True(samples.Distinct().Count() > 100));
    }

    // At the first and the last window's end, and in the midst of pulses of transmitter and events on their way.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(25)]
    public void A_run_restored_from_a_saved_state_goes_on_bit_for_bit(int window)
    {
        var run = New();
        Advance(run, window);
        var state = run.Save();
        var expected = Finished(run);

        var other = New();
        Advance(other, 3);
        other.Restore(state);
        Assert.Equal(window, Math.Round(other.Time));
        Bits.Same(expected, Finished(other));

        run.Restore(state);
        Bits.Same(expected, Finished(run));
    }

    [Fact]
    public void A_state_saved_at_one_width_and_thread_goes_on_at_another()
    {
        var run = New();
        Advance(run, 9);
        var wide = New(Options with { CodePath = CodePath.Vector256, Threads = 2 });

        wide.Restore(run.Save());

        Bits.Same(Finished(run), Finished(wide));
    }

    [Fact]
    public void A_state_is_not_changed_by_the_run_it_was_saved_from()
    {
        var run = New();
        Advance(run, 5);
        var state = run.Save();
        Advance(run, 5);
        run.Restore(state);
        Advance(run, 2);
        run.Restore(state);

        Bits.Same(Finished(New()), Finished(run));
    }

    [Fact]
    public void Recordings_can_be_taken_twice()
    {
        var run = New();

        var first = Finished(run);

        Bits.Same(first, run.Finish());
        var again = New();
        again.Restore(run.Save());
        Bits.Same(first, again.Finish());
    }

    [Fact]
    public void Saving_does_not_disturb_a_run()
    {
        var run = New();
        while (!run.IsFinished)
        {
            run.AdvanceWindow();
            run.Save();
        }

        Bits.Same(Finished(New()), run.Finish());
    }

    [Fact]
    public void A_state_of_another_run_is_refused()
    {
        var state = New().Save();

        Assert.Throws<ArgumentException>(() => New(Options with { StopTime = 30 }).Restore(state));
        Assert.Throws<ArgumentException>(() => new Simulation(Model, Trials, Options, SmallNetworks.Probes).Restore(state));
        Assert.Throws<ArgumentException>(() => new Simulation(WithElectrodes, SmallNetworks.Trials(3), Options, SmallNetworks.Probes).Restore(state));
        var error = Assert.Throws<ArgumentException>(() => new Simulation(WithElectrodes, Trials, Options, []).Restore(state));
        Assert.Contains("another model or length, or with other trials or probes", error.Message, StringComparison.Ordinal);
    }

    // The shortest delay between cells is hardly more than the 1 ms of a distance of 0: 40 steps.
    [Fact]
    public void A_window_is_as_long_as_the_shortest_delay_between_cells()
    {
        var run = New();

        run.AdvanceWindow();

        Assert.Equal(1, run.Time, 1e-9);
        Assert.Equal(25, run.WindowCount);
    }

    [Fact]
    public void Without_connections_between_cells_a_window_has_a_hundred_steps()
    {
        var lonely = SmallNetworks.Column with { Projections = [SmallNetworks.Column.Projections[0]] };
        var run = new Simulation(lonely.Compiled(), Trials, Options, []);

        run.AdvanceWindow();

        Assert.Equal(2.5, run.Time, 1e-9);
    }

    [Fact]
    public void A_finished_run_does_not_advance_and_an_unfinished_one_has_no_recordings()
    {
        var run = New();
        Assert.Contains("Advance it to its end first", Assert.Throws<InvalidOperationException>(() => run.Finish()).Message, StringComparison.Ordinal);
        Finished(run);

        Assert.Contains("start another one", Assert.Throws<InvalidOperationException>(run.AdvanceWindow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_spikes_of_cells_pass_through_the_exchange_once()
    {
        var exchange = new RecordingExchange();

        var recordings = Finished(New(Options, exchange));

        Bits.Same(Finished(New()), recordings);
        var times = recordings[0].Times;
        var exchanged = exchange.Seen.Select(spike => (spike.Trial, spike.Gid, times[spike.Sample] + 1e-10)).Order();
        var recorded = recordings.Index().SelectMany(trial =>
            trial.Item.Spikes.Where(spike => spike.Gid < 15).Select(spike => (trial.Index, spike.Gid, spike.Time))).Order();
        Assert.Equal(recorded, exchanged);

        // At 0 ms, too, where a cell may be above its threshold already.
        Assert.Equal(New().WindowCount + 1, exchange.Calls);
    }

    [Fact]
    public void The_order_in_which_spikes_come_back_does_not_matter() =>
        Bits.Same(Finished(New()), Finished(New(Options, new ReversingExchange())));

    [Fact]
    public void A_spike_that_only_the_exchange_knows_reaches_its_targets()
    {
        var silent = new TrialInput([[], []]);
        var run = new Simulation(Model, [silent], Options, SmallNetworks.Probes, new AddingExchange(new CellSpike(Sample: 0, Trial: 0, Gid: 4)));

        var recording = Finished(run)[0];

        Assert.Equal(new Spike(1e-10, 4), recording.Spikes[0]);

        // Pyramidal cell 4 has an nmda contact on cell 10, the fifth probe.
        Assert.Contains(recording.Probes[4], current => current != 0);
    }

    private static Simulation New(EngineOptions? options = null, ICellExchange? exchange = null) =>
        new(WithElectrodes, Trials, options ?? Options, SmallNetworks.Probes, exchange);

    private static void Advance(Simulation run, int windows)
    {
        for (var window = 0; window < windows && !run.IsFinished; window++)
            run.AdvanceWindow();
    }

    private static ImmutableArray<Recording> Finished(Simulation run)
    {
        Advance(run, int.MaxValue);
        return run.Finish();
    }

    private abstract class OnlyPart : ICellExchange
    {
        public int Part => 0;

        public int Parts => 1;

        public (IReadOnlyList<CellSpike> Spikes, IReadOnlyList<CellFault> Faults) Exchange(IReadOnlyList<CellSpike> own, CellFault? fault) => (Exchange(own), []);

        public void Gather(ReadOnlySpan<double> own, ReadOnlySpan<int> lengths, Span<double> all) => own.CopyTo(all);

        protected abstract IReadOnlyList<CellSpike> Exchange(IReadOnlyList<CellSpike> own);
    }

    private sealed class RecordingExchange : OnlyPart
    {
        public List<CellSpike> Seen { get; } = [];

        public int Calls { get; private set; }

        protected override IReadOnlyList<CellSpike> Exchange(IReadOnlyList<CellSpike> own)
        {
            Calls++;
            Seen.AddRange(own);
            return own;
        }
    }

    private sealed class ReversingExchange : OnlyPart
    {
        protected override IReadOnlyList<CellSpike> Exchange(IReadOnlyList<CellSpike> own) => [.. own.Reverse()];
    }

    private sealed class AddingExchange(CellSpike spike) : OnlyPart
    {
        private bool _isAdded;

        protected override IReadOnlyList<CellSpike> Exchange(IReadOnlyList<CellSpike> own)
        {
            var all = _isAdded ? own : [.. own, spike];
            _isAdded = true;
            return all;
        }
    }
}
