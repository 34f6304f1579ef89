using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Runs;

public sealed class SimulatorTests
{
    private static readonly EngineOptions Options = SmallNetworks.Until(25);

    private static readonly CompiledModel Model = (SmallNetworks.Column with { ElectrodeArrays = SmallNetworks.Electrodes }).Compiled();

    private static readonly Lazy<ImmutableArray<Recording>> Expected = new(() => Run(Options with { CodePath = CodePath.Scalar }));

    [Theory]
    [InlineData(CodePath.Widest)]
    [InlineData(CodePath.Vector128)]
    [InlineData(CodePath.Vector256)]
    [InlineData(CodePath.Vector512)]
    public void Every_width_gives_the_bits_of_the_scalar_path(CodePath path) =>
        Bits.Same(Expected.Value, Run(Options with { CodePath = path }));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_bits_of_one(int threads) =>
        Bits.Same(Expected.Value, Run(Options with { Threads = threads }));

    // More trials than run at once, so that there are several batches.
    [Fact]
    public void A_trial_among_others_has_the_bits_of_one_alone()
    {
        var trials = SmallNetworks.Trials(20);
        var options = SmallNetworks.Until(9);

        var together = Model.Run(trials, options, SmallNetworks.Probes);

        Assert.Equal(20, together.Length);
        foreach (var (recording, trial) in together.Zip(trials))
            Bits.Same(Model.Run([trial], options, SmallNetworks.Probes)[0], recording);
    }

    [Fact]
    public void The_column_has_the_oracles_spikes_dipole_records_and_potentials() =>
        AgreesWithTheOracle(SmallNetworks.Column with { ElectrodeArrays = SmallNetworks.Electrodes }, SmallNetworks.Probes);

    // Windows of a single step; a spike may act in the very step it is seen in.
    [Theory]
    [InlineData(0)]
    [InlineData(0.005)]
    [InlineData(0.0125)]
    [InlineData(0.025)]
    [InlineData(0.0300)]
    public void Delays_of_about_a_step_and_none_are_the_oracles(double delay)
    {
        var projections = SmallNetworks.Column.Projections.Select(projection =>
            projection.Sources[0] < 15 ? projection with { Delay = delay, SpaceConstant = 1e9 } : projection);
        var network = SmallNetworks.Column with { Projections = [.. projections] };
        Assert.Equal(delay < 0.05 ? 1000 : 0, new Simulation(network.Compiled(), [SmallNetworks.Spikes()], Options, []).WindowCount);

        AgreesWithTheOracle(network, SmallNetworks.Probes);
    }

    // Pulses of 1 and 0.3 ms: some are prolonged by the next spike, some end before it, one ends exactly with it.
    [Theory]
    [InlineData("ampa", 0.01)]
    [InlineData("nmda", 0.001)]
    [InlineData("gabab", 0.05)]
    public void Spikes_closer_together_than_a_pulse_are_the_oracles(string receptor, double weight)
    {
        var network = LoneCells.Of(SmallCells.Pyramidal).WithContact(0, CellTemplate.Soma, receptor, weight, delay: 0.5);
        var input = new TrialInput([[2, 2.4, 3.1, 3.25, 6, 7, 7.125, 11, 11.3]]);
        Probe[] probes =
            [new(ProbeQuantity.Voltage, 0, CellTemplate.Soma), new(ProbeQuantity.SynapticCurrent, 0, CellTemplate.Soma, receptor)];

        var (oracle, actual) = (
            EngineUnderTest.Oracle.Run(network, input, Options, [.. probes]), EngineUnderTest.Library.Run(network, input, Options, [.. probes]));

        Assert.All(oracle.Probes.Zip(actual.Probes), pair => AreClose(pair.First, pair.Second));
    }

    // A rounding error of some 1e-11 of each conductance moves the dipole, but far less than the reference's README allows.
    [Theory]
    [InlineData(0)]
    [InlineData(-77)]
    public void Conductances_rounded_as_quotients_change_only_the_last_digits(double reversal)
    {
        var rounded = Run(Options with { RoundingReversal = reversal })[0];

        Assert.Equal(Expected.Value[0].Spikes, rounded.Spikes);
        Assert.NotEqual(Expected.Value[0].Dipoles["pyramidal"], rounded.Dipoles["pyramidal"]);
        AreClose(Expected.Value[0].Dipoles["pyramidal"], rounded.Dipoles["pyramidal"]);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var progress = new Steps();

        Model.Run(SmallNetworks.Trials(20), SmallNetworks.Until(5), [], progress);

        Assert.True(progress.Seen.Count > 5);
        Assert.Equal(progress.Seen.Order(), progress.Seen);
        Assert.True(progress.Seen[0] > 0);
        Assert.Equal(1, progress.Seen[^1], 1e-12);
    }

    [Fact]
    public void A_cancelled_run_ends_at_the_next_window()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Steps { Then = seen => { if (seen == 3) cancellation.Cancel(); } };

        var canceled = Assert.Throws<RunCanceledException>(() => Simulator.Run(Model, SmallNetworks.Trials(1), Options, [], progress, cancellation.Token));
        Assert.Equal(3, progress.Seen.Count);
        Assert.Empty(canceled.Finished);
    }

    [Fact]
    public void A_network_without_cells_records_its_drives()
    {
        var empty = new NetworkDescription { Populations = [], Positions = [default], Thresholds = [] };

        var recording = empty.Compiled().Run([new TrialInput([[1, 2]])], SmallNetworks.Until(5), [])[0];

        Assert.Equal([new Spike(1, 0), new Spike(2, 0)], recording.Spikes);
        Assert.Equal(201, recording.Times.Length);
    }

    [Fact]
    public void A_probe_of_a_synapse_that_nothing_reaches_records_zero()
    {
        var network = LoneCells.Of(SmallCells.Basket);

        var recording = network.Compiled().Run([new TrialInput([[]])], SmallNetworks.Until(1), [new Probe(ProbeQuantity.SynapticCurrent, 0, CellTemplate.Soma, "ampa")])[0];

        Assert.All(recording.Probes[0], current => Assert.Equal(0, current));
    }

    // A spike is dated 1e-10 ms after the sample at which the soma is above its threshold for the first time.
    [Fact]
    public void A_spike_is_an_upward_crossing_of_the_threshold()
    {
        var network = LoneCells.Of(SmallCells.Basket).WithClamp(CellTemplate.Soma, 0.3, 1, 19) with { Thresholds = [-10] };

        var recording = network.Compiled().Run([new TrialInput([[]])], SmallNetworks.Until(20), [new Probe(ProbeQuantity.Voltage, 0, CellTemplate.Soma)])[0];

        var voltage = recording.Probes[0];
        var crossings = Enumerable.Range(1, voltage.Length - 2).Where(sample => voltage[sample] > -10 && voltage[sample - 1] <= -10).ToArray();
        Assert.True(crossings.Length > 1);
        Assert.Equal(crossings.Select(sample => new Spike(recording.Times[sample] + 1e-10, 0)), recording.Spikes);
    }

    private static void AgreesWithTheOracle(NetworkDescription network, ImmutableArray<Probe> probes)
    {
        var (oracle, actual) = (
            EngineUnderTest.Oracle.Run(network, SmallNetworks.Spikes(), Options, probes),
            EngineUnderTest.Library.Run(network, SmallNetworks.Spikes(), Options, probes));

        Assert.Contains(oracle.Spikes, spike => spike.Gid < 11);
        Assert.Equal(oracle.Spikes, actual.Spikes);
        Bits.Same(oracle.Times, actual.Times);
        AreClose(oracle.Dipoles["pyramidal"], actual.Dipoles["pyramidal"]);
        Assert.All(oracle.Probes.Zip(actual.Probes), pair => AreClose(pair.First, pair.Second));
        Assert.All(
            oracle.Potentials.SelectMany(array => array).Zip(actual.Potentials.SelectMany(array => array)), pair => AreClose(pair.First, pair.Second));
    }

    // Within 1e-9 of the largest: the measure the reference's README sets for whole simulations.
    private static void AreClose(ImmutableArray<double> expected, ImmutableArray<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        var tolerance = 1e-9 * expected.Max(Math.Abs);
        Assert.True(tolerance > 0);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - tolerance, pair.First + tolerance));
    }

    private static ImmutableArray<Recording> Run(EngineOptions options) =>
        Model.Run(SmallNetworks.Trials(2), options, SmallNetworks.Probes);

    private sealed class Steps : IProgress<double>
    {
        public List<double> Seen { get; } = [];

        public Action<int> Then { get; init; } = _ => { };

        public void Report(double value)
        {
            Seen.Add(value);
            Then(Seen.Count);
        }
    }
}
