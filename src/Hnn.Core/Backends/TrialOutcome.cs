using Hnn.Engine.Runs;

namespace Hnn.Core.Backends;

/// <summary>What became of one trial of a job: a recording or a fault. Immutable.</summary>
/// <param name="Job">Index of the job.</param>
/// <param name="Trial">Index of the trial within its job.</param>
/// <param name="Recording">What was recorded; null if a voltage was no longer a finite number.</param>
/// <param name="Fault">Where that happened; null if it did not.</param>
/// <param name="Elapsed">Time it took, shared out evenly among trials that ran together.</param>
public sealed record TrialOutcome(int Job, int Trial, Recording? Recording, SimulationDivergedException? Fault, TimeSpan Elapsed);
