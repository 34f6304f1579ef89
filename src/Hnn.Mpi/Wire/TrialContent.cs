using System.Collections.Immutable;
using Hnn.Core.Backends;
using Hnn.Engine.Runs;

namespace Hnn.Mpi.Wire;

/// <summary>What became of one trial of a rank's work. Sample times are left out: they follow from the job's options.</summary>
internal sealed record TrialContent(int Job, int Trial, TimeSpan Elapsed, Recording? Recording, FaultContent? Fault)
{
    public static TrialContent Of(TrialOutcome outcome) => new(
        outcome.Job,
        outcome.Trial,
        outcome.Elapsed,
        outcome.Recording is null ? null : outcome.Recording with { Times = [] },
        outcome.Fault is { } fault ? new FaultContent(fault.Time, fault.Trial, fault.Gid, fault.Population, fault.Section) : null);

    public TrialOutcome OutcomeFor(SimulationJob job) =>
        new(Job, Trial, Recording is null ? null : Recording with { Times = job.Options.SampleTimes() }, Fault?.ToException(), Elapsed);
}

/// <summary>Where a voltage stopped being a finite number.</summary>
internal sealed record FaultContent(double Time, int Trial, int Gid, string Population, string Section)
{
    public SimulationDivergedException ToException() => new(Time, Trial, Gid, Population, Section);
}
