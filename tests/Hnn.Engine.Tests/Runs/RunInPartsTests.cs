using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Runs;

/// <summary>Runs whose cells are shared out over several parts.</summary>
public sealed class RunInPartsTests
{
    // Six, two and two blocks of eight cells; the loners are connected to nothing and spike on their own, under a clamp. The last basket
    // is above its threshold from the start.
    private const int Pyramids = 43, Baskets = 12, Loners = 9, Cells = Pyramids + Baskets + Loners, Blocks = 10;

    private static readonly ImmutableArray<int> PyramidGids = [.. Enumerable.Range(0, Pyramids)];

    private static readonly ImmutableArray<int> BasketGids = [.. Enumerable.Range(Pyramids, Baskets)];

    private static readonly TrialInput Trial = SmallNetworks.Spikes();

    private static readonly EngineOptions Options = SmallNetworks.Until(15);

    private static readonly ImmutableArray<Probe> Probes =
        [
            new Probe(ProbeQuantity.Voltage, 42, CellTemplate.Soma),
            new Probe(ProbeQuantity.SynapticCurrent, 9, "apical_trunk", "nmda"),
            new Probe(ProbeQuantity.Voltage, 60, CellTemplate.Soma),
            new Probe(ProbeQuantity.Calcium, 17, "apical_trunk"),
            new Probe(ProbeQuantity.SynapticCurrent, 50, CellTemplate.Soma, "ampa"),
            new Probe(ProbeQuantity.SynapticCurrent, 60, CellTemplate.Soma, "ampa"),
            new Probe(ProbeQuantity.Voltage, 0, CellTemplate.Soma),
        ];

    // With a delay shorter than a step, parts meet after every step.
    private static readonly Dictionary<bool, (CompiledModel Model, Recording Expected)> Runs = new[] { false, true }.ToDictionary(isClose => isClose, isClose =>
    {
        var model = Network(isClose ? 0.01 : 1).Compiled();
        return (model, Finished(model, Probes, new WholeRun())!);
    });

    [Theory]
    [InlineData(false, 15)]
    [InlineData(true, 600)]
    public void The_network_of_these_tests_is_alive(bool isClose, int windows)
    {
        var (model, recording) = Runs[isClose];

        Assert.Equal(windows, new Simulation(model, [Trial], Options, []).WindowCount);
        Assert.Contains(recording.Spikes, spike => spike.Gid < Pyramids);
        Assert.Contains(recording.Spikes, spike => spike.Gid is >= Pyramids and < Pyramids + Baskets - 1);
        Assert.Equal(new Spike(1e-10, BasketGids[^1]), recording.Spikes[0]);
        Assert.Equal(Loners, recording.Spikes.Where(spike => spike.Gid is >= Pyramids + Baskets and < Cells).DistinctBy(spike => spike.Gid).Count());
        Assert.All(recording.Probes.RemoveAt(5), samples => Assert.True(samples.Distinct().Count() > 100));
    }

    public static MatrixTheoryData<bool, int> Cases { get; } = new([false, true], [1, 2, 3, 5, 7, Blocks + 3]);

    [Theory, MemberData(nameof(Cases))]
    public void Any_number_of_parts_gives_the_bits_of_one_process(bool isClose, int parts)
    {
        var (model, expected) = Runs[isClose];

        var recordings = ThreadExchange.Run(parts, exchange => Finished(model, Probes, exchange));

        Bits.Same(expected, recordings[0]!);
    }

    // Without probes and electrodes, cells that nothing has reached are copied, in each part for itself.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Copied_cells_are_the_same_in_parts(int parts)
    {
        var model = (Network(1) with { ElectrodeArrays = [] }).Compiled();

        var recordings = ThreadExchange.Run(parts, exchange => Finished(model, [], exchange));

        Bits.Same(Finished(model, [], new WholeRun())!, recordings[0]!);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(Blocks + 3)]
    public void Every_cell_is_in_one_part(int parts)
    {
        var cells = ThreadExchange.Run(parts, exchange => BlocksOf(Runs[false].Model, exchange).All.SelectMany(entry => entry.Block.Cells).ToArray());

        Assert.Equal(Enumerable.Range(0, Cells), cells.SelectMany(part => part).Select(cell => cell.Gid).Order());
        Assert.Equal(Math.Min(parts, Blocks), cells.Count(part => part.Length > 0));
    }

    // Cells 0 and 9 are in different blocks, so in different parts. The fault of cell 9 is earlier in the same window.
    [Fact]
    public void A_fault_in_one_part_ends_all_with_the_same_exception()
    {
        var model = LoneCells.Of(SmallCells.Pyramidal, count: 20)
            .WithContact(0, "soma", "ampa", double.MaxValue, delay: 1.5).WithContact(9, "apical_trunk", "ampa", double.MaxValue, delay: 1).Compiled();

        var faults = ThreadExchange.Run(4, exchange => Assert.Throws<SimulationDivergedException>(() => Finished(model, [], exchange, new TrialInput([[5]]))));

        var expected = Assert.Throws<SimulationDivergedException>(() => Finished(model, [], new WholeRun(), new TrialInput([[5]])));
        Assert.Equal((9, "apical_trunk"), (expected.Gid, expected.Section));
        Assert.All(faults, fault => Assert.Equal((expected.Message, expected.Time), (fault.Message, fault.Time)));
    }

    [Fact]
    public void A_run_in_parts_has_one_trial()
    {
        var errors = ThreadExchange.Run(2, exchange =>
            Assert.Throws<ArgumentException>(() => new Simulation(Runs[false].Model, [Trial, Trial], Options, [], exchange)));

        Assert.All(errors, error => Assert.StartsWith("A run in 2 parts has exactly one trial, not 2.", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_in_parts_cannot_be_saved_or_restored()
    {
        var state = New(new WholeRun()).Save();

        ThreadExchange.Run(2, exchange =>
        {
            var run = New(exchange);
            Assert.Contains("in 2 parts", Assert.Throws<InvalidOperationException>(run.Save).Message, StringComparison.Ordinal);
            return Assert.Throws<InvalidOperationException>(() => run.Restore(state));
        });
    }

    [Fact]
    public void Only_part_0_has_the_recordings()
    {
        var errors = ThreadExchange.Run(3, exchange =>
        {
            var run = New(exchange);
            while (!run.IsFinished)
                run.AdvanceWindow();
            return Record.Exception(() => run.Finish());
        });

        Assert.Null(errors[0]);
        Assert.All(errors.Skip(1), error => Assert.Contains("part 0 gathers the records", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal));
    }

    private static NetworkDescription Network(double delay) => new()
    {
        Populations =
        [
            new Population("pyramidal", SmallCells.Rich, FirstGid: 0, Pyramids, ContributesToDipole: true),
            new Population("basket", SmallCells.Basket, Pyramids, Baskets, ContributesToDipole: false),
            new Population("loner", SmallCells.Rich, Pyramids + Baskets, Loners, ContributesToDipole: true),
        ],
        Positions = [.. Enumerable.Range(0, Cells + 2).Select(gid => new Point3(3 * gid % 20, 5 * gid % 20, 100))],
        Thresholds = [.. Enumerable.Range(0, Cells).Select(gid => gid == BasketGids[^1] ? -80.0 : 0.0)],
        Projections =
        [
            SmallNetworks.Between([Cells], PyramidGids, "apical_trunk", "ampa", 0.03, 0.3),
            SmallNetworks.Between([Cells + 1], BasketGids, CellTemplate.Soma, "ampa", 0.02, 0.1),
            SmallNetworks.Between(PyramidGids, BasketGids, CellTemplate.Soma, "ampa", 0.001, delay),
            SmallNetworks.Between(PyramidGids, PyramidGids, "apical_trunk", "nmda", 0.0002, 1.3),
            SmallNetworks.Between(BasketGids, PyramidGids, CellTemplate.Soma, "gabaa", 0.0003, 1.1),
            SmallNetworks.Between(BasketGids, PyramidGids, CellTemplate.Soma, "gabab", 0.01, 1.2),
        ],
        Clamps = [new CurrentClamp("loner", CellTemplate.Soma, 0.5, 4, 10)],
        ElectrodeArrays = SmallNetworks.Electrodes,
    };

    private static Simulation New(ICellExchange exchange) => new(Runs[false].Model, [Trial], Options, [], exchange);

    private static BlockSet BlocksOf(CompiledModel model, ICellExchange exchange)
    {
        var clock = new Clock(SmallNetworks.TimeStep, 1);
        return new BlockSet(model, [.. model.Plans.Select(plan => CellStepper.Create(plan, clock, 1, Options))], [Trial], exchange, 1, 1);
    }

    // Null in other parts than part 0.
    private static Recording? Finished(CompiledModel model, ImmutableArray<Probe> probes, ICellExchange exchange, TrialInput? trial = null)
    {
        var run = new Simulation(model, [trial ?? Trial], Options, probes, exchange);
        while (!run.IsFinished)
            run.AdvanceWindow();
        return exchange.Part == 0 ? run.Finish()[0] : null;
    }
}
