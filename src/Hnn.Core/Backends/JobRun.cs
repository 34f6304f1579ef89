using System.Collections.Immutable;
using System.Diagnostics;
using Hnn.Engine.Runs;

namespace Hnn.Core.Backends;

/// <summary>Trials of alike jobs that run together, from the beginning they share or from rest.</summary>
/// <param name="trials">The trials; at least one.</param>
/// <param name="beginning">The beginning they share; null if there is none.</param>
internal sealed class JobRun(IReadOnlyList<JobTrial> trials, SharedBeginning? beginning)
{
    /// <summary>Number of trials.</summary>
    public int Count => trials.Count;

    /// <summary>Runs the trials and tells what became of each. If one of several diverges, each is run by itself.</summary>
    public void Execute(int threads, Action<TrialOutcome> finished, RunMeter? meter, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var recordings = Run(threads, meter, cancellation);
            var elapsed = Stopwatch.GetElapsedTime(start) / trials.Count;
            foreach (var (trial, recording) in trials.Zip(recordings))
                finished(new TrialOutcome(trial.Model.Index, trial.Trial, recording, null, elapsed));
        }
        catch (SimulationDivergedException fault) when (trials.Count == 1)
        {
            finished(new TrialOutcome(trials[0].Model.Index, trials[0].Trial, null, fault.After(trials[0].Trial), Stopwatch.GetElapsedTime(start)));
        }
        catch (SimulationDivergedException)
        {
            foreach (var trial in trials)
                new JobRun([trial], beginning).Execute(threads, finished, null, cancellation);
        }
    }

    private ImmutableArray<Recording> Run(int threads, RunMeter? meter, CancellationToken cancellation)
    {
        var first = trials[0].Model;
        var simulation = new Engine.Runs.Simulation(
            first.Model, [.. trials.Select(trial => trial.Model.Input(trial.Trial))], first.Job.Options with { Threads = threads }, first.Job.Probes);
        if (beginning?.StateFor([.. trials.Select(trial => trial.Trial)], trials.Min(trial => trial.SharedWindows)) is { } state)
            simulation.Restore(state);
        while (!simulation.IsFinished)
        {
            cancellation.ThrowIfCancellationRequested();
            simulation.AdvanceWindow();
            meter?.Report(this, simulation.Time);
        }

        return simulation.Finish();
    }
}
