using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Hnn.Engine.Models;

namespace Hnn.Core.Backends;

/// <summary>Simulates in this process, on as many threads as the jobs' options say.</summary>
/// <remarks>
/// Alike jobs, which differ in weights, delays and drives only, are compiled once. Small ones share the lanes of the vector
/// instructions. The time up to which the drives that they have in common are alone is simulated once, and each goes on from there; this beginning is
/// kept from one call to the next. Calls from several threads take turns.
/// </remarks>
public sealed class ThreadBackend : ISimulationBackend
{
    // So many cells at once keep all lanes busy; more only need memory.
    private const int CellsAtOnce = 256;

    private readonly Lock _turn = new();
    private CompiledModel? _like;
    private SharedBeginning? _beginning;

    /// <summary>Whether a beginning that jobs have in common is simulated once only. Results do not depend on it. Default: true.</summary>
    public bool SharesBeginnings { get; init; } = true;

    /// <inheritdoc/>
    public void Run(
        IReadOnlyList<SimulationJob> jobs, Action<TrialOutcome> finished, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(finished);
        if (jobs.Count == 0)
            return;
        lock (_turn)
            RunInTurn(jobs, finished, progress, cancellation);
    }

    /// <summary>How many trials of a network with so many cells are best run together. At least 1.</summary>
    /// <param name="cells">Number of cells.</param>
    public static int TrialsTogether(int cells) => Math.Max(1, CellsAtOnce / Math.Max(1, cells));

    private void RunInTurn(IReadOnlyList<SimulationJob> jobs, Action<TrialOutcome> finished, IProgress<double>? progress, CancellationToken cancellation)
    {
        var threads = jobs[0].Options.Threads;
        var cores = threads > 0 ? threads : Environment.ProcessorCount;
        var runs = GroupsOf(Prepare(jobs, cores, cancellation)).SelectMany(alike => Share(alike, cores, cancellation)).ToList();
        var meter = progress is null ? null : new RunMeter(progress, jobs.Sum(job => job.Options.StopTime * job.Trials.Length));
        var threadsOfEach = Math.Max(1, cores / Math.Max(1, runs.Count));
        InParallel(runs, cores, run => run.Execute(threadsOfEach, finished, meter, cancellation), cancellation);
    }

    private JobModel[] Prepare(IReadOnlyList<SimulationJob> jobs, int workers, CancellationToken cancellation)
    {
        var prepared = new JobModel[jobs.Count];
        var first = _like is null ? 1 : 0;
        if (first == 1)
            _like = (prepared[0] = JobModel.Prepare(0, jobs[0], like: null)).Model;
        InParallel(Enumerable.Range(first, jobs.Count - first), workers, index => prepared[index] = JobModel.Prepare(index, jobs[index], _like), cancellation);
        if (!prepared[0].Model.IsAlike(_like!))
            _like = prepared[0].Model;
        return prepared;
    }

    private static List<List<JobModel>> GroupsOf(IEnumerable<JobModel> jobs)
    {
        var groups = new List<List<JobModel>>();
        foreach (var job in jobs)
        {
            if (groups.Find(group => group[0].CanRunWith(job)) is { } group)
                group.Add(job);
            else
                groups.Add([job]);
        }

        return groups;
    }

    // Trials that can share a run are dealt out to as many runs as there are workers, unless that leaves a run with too many cells.
    private IEnumerable<JobRun> Share(List<JobModel> alike, int workers, CancellationToken cancellation)
    {
        var beginning = BeginningOf(alike);
        var trials = (from job in alike
                      from trial in Enumerable.Range(0, job.Job.Trials.Length)
                      select new JobTrial(job, trial, beginning?.WindowsOf(job, trial) ?? 0)).OrderBy(trial => trial.SharedWindows).ToArray();
        var together = Math.Clamp(Math.Min(TrialsTogether(alike[0].Job.Network.CellCount), (trials.Length + workers - 1) / workers), 1, trials.Length);
        beginning?.AdvanceTo(trials[^1].SharedWindows, cancellation);
        return trials.Chunk(together).Select(group => new JobRun(group, beginning));
    }

    private SharedBeginning? BeginningOf(List<JobModel> alike)
    {
        if (!SharesBeginnings)
            return null;
        if (_beginning is not null && _beginning.Fits(alike))
            return _beginning;
        return SharedBeginning.Of(alike) is { } beginning ? _beginning = beginning : null;
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
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
