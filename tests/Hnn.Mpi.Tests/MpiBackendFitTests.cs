using System.Collections.Immutable;
using Hnn.Core.Backends;
using Hnn.Core.Batches;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Core.Verification;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Tests;

/// <summary>Fits, sweeps and batches on ranks: what they find is what they find on threads.</summary>
public class MpiBackendFitTests
{
    private const double StopTime = 30;

    private static readonly Lazy<Dipole> Target = new(() => SmallColumn.Driven().Simulate(StopTime).Dipoles[0]);

    public static TheoryData<string> Families => [.. Launcher.Families];

    [Theory, MemberData(nameof(Families))]
    public void A_fit_with_batches_makes_the_evaluations_that_it_makes_on_threads(string family)
    {
        var expected = Fit("cma");
        var words = new List<string>();

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 3) with { Log = words.Add }))
            Assert.Equal(Content(expected), Content(Fit("cma")));

        Assert.Contains(words, sentence => sentence.EndsWith("by distributing them over 3 processes.", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Families))]
    public void The_single_simulations_of_a_sequential_fit_share_out_cells_with_the_same_evaluations(string family)
    {
        var expected = Fit("cobyla");
        var words = new List<string>();

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 2) with { Log = words.Add }))
            Assert.Equal(Content(expected), Content(Fit("cobyla")));

        // Behind the first point, the two others of the simplex are one batch.
        Assert.Equal(expected.History.Length - 2, words.Count(sentence => sentence == "MPI will run 1 trial(s) sequentially by distributing network neurons over 2 processes."));
    }

    [Theory, MemberData(nameof(Families))]
    public void A_sweep_has_the_bits_that_it_has_on_threads(string family)
    {
        var expected = Sweep();

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 2)))
            Assert.Equal(expected, Sweep());
    }

    [Theory, MemberData(nameof(Families))]
    public void A_fit_that_is_stopped_keeps_its_best_and_the_ranks_go_on(string family)
    {
        using var backend = new MpiBackend(Launcher.Of(family).Options(ranks: 2));
        using var stop = new CancellationTokenSource();

        var fit = Optimizer("cma", evaluations: 1000).Fit(Target.Value, FitOptions.Default with { FreshTrials = 0 }, new Told<FitProgress>(_ => stop.Cancel()), stop.Token);
        var ranks = backend.Ranks.ToArray();

        Assert.Equal(StopReason.Cancelled, fit.StopReason);
        Assert.Equal(fit.History.Min(evaluation => evaluation.Loss), fit.Loss);
        Assert.Equal(OutputHash.Of(fit.Network.Simulate(StopTime)), OnThreads(fit.Network));
        Assert.Equal(ranks, backend.Ranks);
    }

    [Theory, MemberData(nameof(Families))]
    public void A_candidate_that_diverges_is_the_fault_it_is_on_threads_and_hurts_no_other(string family)
    {
        var diverging = SmallColumn.Driven();
        diverging.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 1e300 });
        Network[] networks = [SmallColumn.Driven(), diverging, SmallColumn.Driven(mu: 7), SmallColumn.Driven(weight: 0.05)];
        var expected = Batch(networks);

        foreach (var mode in (MpiMode[])[MpiMode.Trials, MpiMode.Cells])
        {
            using (new MpiBackend(Launcher.Of(family).Options(ranks: 2) with { Mode = mode }))
                Assert.Equal(expected, Batch(networks));
        }

        Assert.Contains("stopped being a finite number", expected[1], StringComparison.Ordinal);
        Assert.Equal(3, expected.Count(outcome => outcome.Length == 64));
    }

    [Theory, MemberData(nameof(Families))]
    public void Networks_that_share_no_connections_and_long_records_meet_on_their_way_without_harm(string family)
    {
        var networks = Enumerable.Range(0, 12).Select(number => WithOwnConnections(number)).ToArray();
        var options = SmallColumn.For(stopTime: 5) with { Voltages = Core.Simulation.Record.All };
        var expected = Batch(networks, options);
        var words = new List<string>();

        using (new MpiBackend(Launcher.Of(family).Options(ranks: 3) with { Log = words.Add }))
            Assert.Equal(expected, Batch(networks, options));

        Assert.DoesNotContain(words, sentence => sentence.Contains("started again", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fit_sends_its_network_once()
    {
        var line = new CountingLine();
        _ = Target.Value;

        using (SimulationBackend.Use(line))
            Fit("cma", evaluations: 20);

        Assert.Equal(20, line.Work.Count);
        Assert.Equal(line.PartsAfterFirstJob, line.Parts);
        Assert.All(line.Work, bytes => Assert.InRange(bytes, 1, 10_000));
    }

    private static string[] Batch(Network[] networks, SimulationOptions? options = null) =>
        [.. new BatchEvaluator().Evaluate(networks, options ?? SmallColumn.For(StopTime), cancellation: TestContext.Current.CancellationToken)
            .Select(outcome => outcome.Result is { } result ? OutputHash.Of(result) : outcome.Fault!.Message)];

    private static string OnThreads(Network net)
    {
        using (SimulationBackend.Use(null))
            return SmallColumn.HashOf(net, SmallColumn.For(StopTime));
    }

    private static Network WithOwnConnections(int seed)
    {
        var net = Network.Jones2009();
        foreach (var from in (string[])["L2_pyramidal", "L5_pyramidal"])
            net.Connect(from, "L5_pyramidal", "proximal", "ampa", weight: 1e-4, delay: 1, spaceConstant: 3, probability: 0.5, seed: seed);
        return net;
    }

    private static Optimizer Optimizer(string solver, int evaluations) =>
        new(SmallColumn.Plain(), StopTime, new() { ["mu"] = (5, 15), ["weight"] = (0.01, 0.3) }, SmallColumn.AddDrive) { Solver = solver, MaxEvaluations = evaluations, Seed = 3 };

    private static FitResult Fit(string solver, int evaluations = 40) =>
        Optimizer(solver, evaluations).Fit(Target.Value, FitOptions.Default with { FreshTrials = 0 }, cancellation: TestContext.Current.CancellationToken);

    private static IEnumerable<(int Index, ParameterValues Parameters, long Loss)> Content(FitResult fit) =>
        fit.History.Select(evaluation => (evaluation.Index, evaluation.Parameters, BitConverter.DoubleToInt64Bits(evaluation.Loss)));

    private static string[] Sweep()
    {
        var sweep = new ParameterSweep(SmallColumn.Plain(), SmallColumn.AddDrive) { Simulation = SmallColumn.For(stopTime: 15, trials: 2) };
        var points = sweep.Run(Grid.Product(("mu", [5, 7, 9]), ("weight", [0.02, 0.05])), cancellation: TestContext.Current.CancellationToken);
        return [.. points.Select(point => OutputHash.Of(point.Result!))];
    }

    /// <summary>Counts what would be sent to ranks, and simulates on threads.</summary>
    private sealed class CountingLine : ISimulationBackend
    {
        private readonly ThreadBackend _threads = new();
        private readonly PartCatalog _catalog;

        public CountingLine() => _catalog = new PartCatalog(_ => Parts++);

        public int Parts { get; private set; }

        public int PartsAfterFirstJob { get; private set; }

        /// <summary>Bytes of the work that each job is.</summary>
        public List<int> Work { get; } = [];

        public void Run(IReadOnlyList<SimulationJob> jobs, Action<TrialOutcome> finished, IProgress<double>? progress = null, CancellationToken cancellation = default)
        {
            foreach (var job in jobs)
            {
                Work.Add(WireFormat.Write(WorkContent.Of([job], _catalog)).Length);
                if (Work.Count == 1)
                    PartsAfterFirstJob = Parts;
            }

            _threads.Run(jobs, finished, progress, cancellation);
        }
    }
}
