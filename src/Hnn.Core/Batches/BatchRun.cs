using System.Collections.Immutable;
using System.Diagnostics;
using Hnn.Engine.Runs;

namespace Hnn.Core.Batches;

/// <summary>Trials of alike networks that run together, from the beginning they share or from rest.</summary>
/// <param name="trials">The trials; at least one.</param>
/// <param name="beginning">The beginning they share; null if there is none.</param>
internal sealed class BatchRun(IReadOnlyList<BatchTrial> trials, SharedBeginning? beginning)
{
    /// <summary>Runs the trials and puts what came out on the board. If one of several diverges, each is run by itself.</summary>
    public void Execute(EngineOptions options, OutcomeBoard board, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var recordings = Run(options, cancellation);
            var elapsed = Stopwatch.GetElapsedTime(start) / trials.Count;
            foreach (var (trial, recording) in trials.Zip(recordings))
                board.Add(trial.Network, trial.Trial, recording, elapsed);
        }
        catch (SimulationDivergedException fault) when (trials.Count == 1)
        {
            board.Fail(trials[0].Network.Index, fault.After(trials[0].Trial), Stopwatch.GetElapsedTime(start));
        }
        catch (SimulationDivergedException)
        {
            foreach (var trial in trials)
                new BatchRun([trial], beginning).Execute(options, board, cancellation);
        }
    }

    private ImmutableArray<Recording> Run(EngineOptions options, CancellationToken cancellation)
    {
        var first = trials[0].Network;
        var simulation = new Engine.Runs.Simulation(first.Model, [.. trials.Select(trial => trial.Network.Input(trial.Trial))], options, first.Plan.Probes);
        if (beginning?.StateFor([.. trials.Select(trial => trial.Trial)], trials.Min(trial => trial.SharedWindows)) is { } state)
            simulation.Restore(state);
        while (!simulation.IsFinished)
        {
            cancellation.ThrowIfCancellationRequested();
            simulation.AdvanceWindow();
        }

        return simulation.Finish();
    }
}
