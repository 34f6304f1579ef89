using System.Collections.Immutable;
using Hnn.Core.Backends;

namespace Hnn.Mpi.Pool;

/// <summary>Trials that one rank simulates at once: some of the trials of each of some jobs.</summary>
/// <param name="Parts">Index of each job, and which of its trials.</param>
internal sealed record WorkUnit(ImmutableArray<(int Job, ImmutableArray<int> Trials)> Parts)
{
    // More trials at once would be shared out less evenly, and be lost with a rank.
    private const int MostTrials = 8;

    // So many pieces for each rank even out how fast ranks and trials are.
    private const int UnitsPerRank = 2;

    /// <summary>Number of trials.</summary>
    public int Count => Parts.Sum(part => part.Trials.Length);

    /// <summary>The jobs that the rank is given.</summary>
    /// <param name="all">All jobs.</param>
    public IEnumerable<SimulationJob> JobsOf(IReadOnlyList<SimulationJob> all) => Parts.Select(part => all[part.Job].WithTrials(part.Trials));

    /// <summary>What became of a trial of the unit, as one of all jobs.</summary>
    public TrialOutcome Whole(TrialOutcome outcome)
    {
        var (job, trials) = Parts[outcome.Job];
        var trial = trials[outcome.Trial];
        return outcome with { Job = job, Trial = trial, Fault = outcome.Fault?.After(trial - outcome.Fault.Trial) };
    }

    /// <summary>Shares trials out: several at once where small networks fill the lanes of a rank together, or ranks are few.</summary>
    /// <param name="jobs">All jobs.</param>
    /// <param name="trials">The trials that are to be simulated: index of the job, and of the trial within it.</param>
    /// <param name="ranks">Number of ranks.</param>
    public static ImmutableArray<WorkUnit> Share(IReadOnlyList<SimulationJob> jobs, IReadOnlyCollection<(int Job, int Trial)> trials, int ranks)
    {
        var together = jobs.Count == 0 ? 1 : ThreadBackend.TrialsTogether(jobs[0].Network.CellCount);
        var size = Math.Clamp((trials.Count + UnitsPerRank * ranks - 1) / (UnitsPerRank * ranks), 1, Math.Max(together, MostTrials));
        return [.. trials.Chunk(size).Select(chunk => new WorkUnit([.. chunk.GroupBy(each => each.Job, each => each.Trial).Select(job => (job.Key, job.ToImmutableArray()))]))];
    }
}
