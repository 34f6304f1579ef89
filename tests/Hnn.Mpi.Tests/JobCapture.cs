using Hnn.Core.Backends;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;

namespace Hnn.Mpi.Tests;

/// <summary>A backend that simulates nothing and keeps the job it was given.</summary>
internal sealed class JobCapture : ISimulationBackend
{
    private SimulationJob? _job;

    /// <summary>The job that a simulation of a network is.</summary>
    public static SimulationJob Of(Network network, SimulationOptions options)
    {
        var capture = new JobCapture();
        using (SimulationBackend.Use(capture))
            Assert.Throws<SimulationCanceledException>(() => network.Simulate(options));
        return capture._job!;
    }

    public void Run(IReadOnlyList<SimulationJob> jobs, Action<TrialOutcome> finished, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        _job = jobs[0];
        throw new OperationCanceledException();
    }
}
