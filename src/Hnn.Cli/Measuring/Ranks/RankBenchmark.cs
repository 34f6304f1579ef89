using Hnn.Core.Batches;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Mpi;

namespace Hnn.Cli.Measuring.Ranks;

/// <summary>Measures how simulations scale with the number of ranks.</summary>
internal static class RankBenchmark
{
    /// <summary>Measures with one number of ranks. They are started, and have worked once, before time counts.</summary>
    /// <param name="settings">What is simulated.</param>
    /// <param name="ranks">How the ranks are started, and how many.</param>
    /// <param name="cancellation">Ends the measurement.</param>
    public static RankBenchmarkRow Measure(RankBenchmarkSettings settings, MpiOptions ranks, CancellationToken cancellation)
    {
        var large = Column(settings.LargeMesh);
        var options = SimulationOptions.Default with { StopTime = settings.StopTime, Threads = 1 };

        return new(
            ranks.Processes,
            Time(MpiMode.Cells, () => large.Simulate(options, cancellation: cancellation)),
            Time(MpiMode.Trials, () => Evaluate(settings.Candidates)),
            Time(MpiMode.Trials, () => Evaluate(settings.CandidatesPerRank * ranks.Processes)));

        double Time(MpiMode mode, Action work)
        {
            using var backend = new MpiBackend(ranks with { Mode = mode });
            work();
            return MedianTime.Of(settings.Runs, work).TotalSeconds;
        }

        void Evaluate(int candidates) => new BatchEvaluator().Evaluate([.. Enumerable.Range(0, candidates).Select(number => Candidate(settings.Mesh, number))], options, cancellation: cancellation);
    }

    // All differ from the first spike of the first drive on, as candidates of a fit do.
    private static Network Candidate((int X, int Y) mesh, int number)
    {
        var net = Column(mesh);
        net.AddEvokedDrive("candidate", mu: 5 + 0.01 * number, sigma: 1, spikeCount: 1, "proximal", new Dictionary<string, double> { ["L5_pyramidal"] = 0.001 });
        return net;
    }

    private static Network Column((int X, int Y) mesh)
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = mesh });
        net.AddDefaultErpDrives();
        return net;
    }
}
