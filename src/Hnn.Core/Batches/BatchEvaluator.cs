using System.Collections.Immutable;
using Hnn.Core.Backends;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;

namespace Hnn.Core.Batches;

/// <summary>Simulates several networks with the backend in force, or on the threads of this process.</summary>
/// <remarks>What alike networks have in common is kept from one call to the next (see <see cref="ThreadBackend"/>), so keep the evaluator, too.</remarks>
public sealed class BatchEvaluator : IBatchEvaluator
{
    private readonly ISimulationBackend _threads;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="threads">What simulates where no other backend is in force. Default: all threads of this process.</param>
    public BatchEvaluator(ThreadBackend? threads = null) => _threads = threads ?? new ThreadBackend();

    /// <inheritdoc/>
    public ImmutableArray<BatchOutcome> Evaluate(
        IReadOnlyList<Network> networks, SimulationOptions options, Action<int, BatchOutcome>? finished = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var board = new OutcomeBoard(Plan(networks, options, cancellation), options.Trials, finished);
        var jobs = board.Jobs;
        (SimulationBackend.Current ?? _threads).Run([.. jobs.Select(job => job.Job)], outcome => board.Add(jobs[outcome.Job].Index, outcome), progress: null, cancellation);
        return board.Outcomes;
    }

    // A plan for each network, or why there is none.
    private static (SimulationPlan? Plan, NetworkException? Fault)[] Plan(IReadOnlyList<Network> networks, SimulationOptions options, CancellationToken cancellation)
    {
        var plans = new (SimulationPlan?, NetworkException?)[networks.Count];
        var workers = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        Parallel.For(0, networks.Count, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, index =>
        {
            try
            {
                plans[index] = (SimulationPlan.For(networks[index], options), null);
            }
            catch (NetworkException fault)
            {
                plans[index] = (null, fault);
            }
        });
        return plans;
    }
}
