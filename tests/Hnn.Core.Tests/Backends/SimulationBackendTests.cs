using System.Collections.Concurrent;
using Hnn.Core.Backends;
using Hnn.Core.Batches;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Core.Verification;
using Record = Hnn.Core.Simulation.Record;

namespace Hnn.Core.Tests.Backends;

public class SimulationBackendTests
{
    private static readonly SimulationOptions Options = SimulationOptions.Default with { StopTime = 25, Trials = 3, Voltages = Record.Soma };

    [Fact]
    public async Task A_backend_is_in_force_in_its_block_and_in_tasks_begun_there_and_nowhere_else()
    {
        var (outer, inner) = (new ThreadBackend(), new ThreadBackend());

        Assert.Null(SimulationBackend.Current);
        using (SimulationBackend.Use(outer))
        {
            var begun = Task.Run(() => SimulationBackend.Current, TestContext.Current.CancellationToken);
            using (SimulationBackend.Use(inner))
                Assert.Same(inner, SimulationBackend.Current);
            Assert.Same(outer, SimulationBackend.Current);
            Assert.Same(outer, await begun);
        }

        Assert.Null(SimulationBackend.Current);
    }

    [Fact]
    public void A_simulation_on_a_backend_has_the_bits_of_one_on_the_threads_of_the_process()
    {
        var net = Small();
        var fractions = new ConcurrentBag<double>();
        var expected = OutputHash.Of(net.Simulate(Options, cancellation: TestContext.Current.CancellationToken));

        using (SimulationBackend.Use(new ThreadBackend()))
            Assert.Equal(expected, OutputHash.Of(net.Simulate(Options, new Told<SimulationProgress>(progress => fractions.Add(progress.Fraction)), TestContext.Current.CancellationToken)));

        Assert.Equal(1, fractions.Max(), 12);
    }

    [Fact]
    public void A_batch_goes_to_the_backend_in_force()
    {
        var backend = new CountingBackend();
        var faulty = Small();
        faulty.AddPoissonDrive("late", rates: 10, "proximal", new Dictionary<string, double> { ["L5_pyramidal"] = 0.1 }, start: 100);
        Network[] networks = [Small(), faulty, Small()];

        using (SimulationBackend.Use(backend))
        {
            var outcomes = new BatchEvaluator().Evaluate(networks, Options, cancellation: TestContext.Current.CancellationToken);

            Assert.Equal([true, false, true], outcomes.Select(outcome => outcome.Result is not null));
        }

        Assert.Equal(2, backend.Jobs);
    }

    [Fact]
    public void A_simulation_cancelled_on_a_backend_keeps_the_trials_that_came_first()
    {
        using var stop = new CancellationTokenSource();

        using (SimulationBackend.Use(new CountingBackend { AfterTrial = stop.Cancel }))
        {
            var canceled = Assert.Throws<SimulationCanceledException>(() => Small().Simulate(Options with { Threads = 1, StopTime = 10 }, cancellation: stop.Token));

            Assert.Single(canceled.Finished!.Dipoles);
        }
    }

    private static Network Small()
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
        net.AddEvokedDrive("evprox1", mu: 5, sigma: 1, spikeCount: 1, "proximal", new Dictionary<string, double> { ["L5_pyramidal"] = 0.05, ["L2_basket"] = 0.1 });
        return net;
    }

    private sealed class Told<T>(Action<T> told) : IProgress<T>
    {
        public void Report(T value) => told(value);
    }

    // One trial at a time, on threads.
    private sealed class CountingBackend : ISimulationBackend
    {
        public int Jobs { get; private set; }

        public Action? AfterTrial { get; init; }

        public void Run(IReadOnlyList<SimulationJob> jobs, Action<TrialOutcome> finished, IProgress<double>? progress = null, CancellationToken cancellation = default)
        {
            Jobs += jobs.Count;
            foreach (var (index, job) in jobs.Index())
            {
                for (var trial = 0; trial < job.Trials.Length; trial++)
                {
                    new ThreadBackend().Run([job.WithTrials([trial])], outcome => finished(outcome with { Job = index, Trial = trial }), progress, cancellation);
                    AfterTrial?.Invoke();
                }
            }
        }
    }
}
