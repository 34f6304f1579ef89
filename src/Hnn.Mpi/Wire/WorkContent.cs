using System.Collections.Immutable;
using Hnn.Core.Backends;
using Hnn.Engine.Runs;

namespace Hnn.Mpi.Wire;

/// <summary>Work for one rank, or for all together: trials of some jobs.</summary>
internal sealed record WorkContent(ImmutableArray<WorkContent.Job> Jobs)
{
    public static WorkContent Of(IEnumerable<SimulationJob> jobs, PartCatalog catalog)
    {
        catalog.MakeRoom();
        return new([.. jobs.Select(job => new Job(catalog.OutlineOf(job.Network), job.Trials, job.Probes, job.Options, job.Drives))]);
    }

    public ImmutableArray<SimulationJob> JobsFrom(PartStore store) =>
        [.. Jobs.Select(job => new SimulationJob { Network = store.Join(job.Network), Trials = job.Trials, Probes = job.Probes, Options = job.Options, Drives = job.Drives })];

    internal sealed record Job(
        NetworkOutline Network, ImmutableArray<TrialInput> Trials, ImmutableArray<Probe> Probes, EngineOptions Options, ImmutableArray<DriveCells> Drives);
}
