using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Core.Batches;

/// <summary>Simulates several networks in this process.</summary>
/// <remarks>
/// Alike networks, clones of one that differ in weights, delays and drives only, are compiled once. Small ones share the lanes of the vector
/// instructions. The time up to which the drives that they have in common are alone is simulated once, and each goes on from there; this beginning is
/// kept from one call to the next. Uses threads itself; calls from several threads take turns.
/// </remarks>
public sealed class BatchEvaluator : IBatchEvaluator
{
    // So many cells at once keep all lanes busy; more only need memory.
    private const int CellsAtOnce = 256;

    private readonly Lock _turn = new();
    private CompiledModel? _like;
    private SharedBeginning? _beginning;

    /// <summary>Whether a beginning that networks have in common is simulated once only. Results do not depend on it. Default: true.</summary>
    public bool SharesBeginnings { get; init; } = true;

    /// <inheritdoc/>
    public ImmutableArray<BatchOutcome> Evaluate(
        IReadOnlyList<Network> networks, SimulationOptions options, Action<int, BatchOutcome>? finished = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(networks);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        lock (_turn)
            return EvaluateInTurn(networks, options, finished, cancellation);
    }

    private ImmutableArray<BatchOutcome> EvaluateInTurn(
        IReadOnlyList<Network> networks, SimulationOptions options, Action<int, BatchOutcome>? finished, CancellationToken cancellation)
    {
        var board = new OutcomeBoard(networks.Count, options.Trials, finished);
        var cores = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        var prepared = Prepare(networks, options, cores, board, cancellation);
        var runs = GroupsOf(prepared).SelectMany(alike => Share(alike, options, cores, cancellation)).ToList();
        var threads = Math.Max(1, cores / Math.Max(1, runs.Count));
        InParallel(runs, cores, run => run.Execute(options.ForEngine() with { Threads = threads }, board, cancellation), cancellation);
        return board.Outcomes;
    }

    private static List<List<BatchNetwork>> GroupsOf(IEnumerable<BatchNetwork> networks)
    {
        var groups = new List<List<BatchNetwork>>();
        foreach (var network in networks)
        {
            if (groups.Find(group => group[0].CanRunWith(network)) is { } group)
                group.Add(network);
            else
                groups.Add([network]);
        }

        return groups;
    }

    private List<BatchNetwork> Prepare(IReadOnlyList<Network> networks, SimulationOptions options, int workers, OutcomeBoard board, CancellationToken cancellation)
    {
        var prepared = new BatchNetwork?[networks.Count];
        for (var i = 0; i < networks.Count && _like is null; i++)
        {
            PrepareOne(i);
            _like = prepared[i]?.Model;
        }

        InParallel(Enumerable.Range(0, networks.Count).Where(i => prepared[i] is null && !board.IsSettled(i)), workers, PrepareOne, cancellation);
        var all = prepared.OfType<BatchNetwork>().ToList();
        if (all.Count > 0 && !all[0].Model.IsAlike(_like!))
            _like = all[0].Model;
        return all;

        void PrepareOne(int index)
        {
            try
            {
                prepared[index] = BatchNetwork.Prepare(index, SimulationPlan.For(networks[index], options), _like);
            }
            catch (NetworkException fault)
            {
                board.Fail(index, fault);
            }
        }
    }

    // Trials that can share a run are dealt out to as many runs as there are workers, unless that leaves a run with too many cells.
    private IEnumerable<BatchRun> Share(List<BatchNetwork> alike, SimulationOptions options, int workers, CancellationToken cancellation)
    {
        var beginning = BeginningOf(alike, options);
        var trials = (from network in alike
                      from trial in Enumerable.Range(0, options.Trials)
                      select new BatchTrial(network, trial, beginning?.WindowsOf(network, trial) ?? 0)).OrderBy(trial => trial.SharedWindows).ToArray();
        var cells = Math.Max(1, alike[0].Model.Description.CellCount);
        var together = Math.Clamp(Math.Min(CellsAtOnce / cells, (trials.Length + workers - 1) / workers), 1, trials.Length);
        beginning?.AdvanceTo(trials[^1].SharedWindows, cancellation);
        return trials.Chunk(together).Select(group => new BatchRun(group, beginning));
    }

    private SharedBeginning? BeginningOf(List<BatchNetwork> alike, SimulationOptions options)
    {
        if (!SharesBeginnings)
            return null;
        if (_beginning is not null && _beginning.Fits(alike, options))
            return _beginning;
        return SharedBeginning.Of(alike, options) is { } beginning ? _beginning = beginning : null;
    }

    private static void InParallel<T>(IEnumerable<T> items, int workers, Action<T> work, CancellationToken cancellation)
    {
        try
        {
            Parallel.ForEach(
                Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellation },
                work);
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
