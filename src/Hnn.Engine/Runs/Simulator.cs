using System.Collections.Immutable;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

/// <summary>Runs compiled networks from rest to the end.</summary>
public static class Simulator
{
    // So many cells at once keep all lanes and threads busy; more only need memory.
    private const int CellsAtOnce = 256;

    /// <summary>Runs trials of a network.</summary>
    /// <param name="model">The compiled network; its time step must be that of <paramref name="options"/>.</param>
    /// <param name="trials">The trials, independent of each other.</param>
    /// <param name="options">Step, end and use of the machine.</param>
    /// <param name="probes">What to record besides dipoles, spikes and electrode potentials.</param>
    /// <param name="progress">Told the part done, between 0 and 1, once per window.</param>
    /// <param name="cancellation">Ends the run at the next window.</param>
    /// <returns>One recording per trial, in order.</returns>
    /// <exception cref="ArgumentException">The options do not fit the model, a trial lacks drive cells, or a probe names what is not there.</exception>
    /// <exception cref="RunCanceledException">The run was cancelled; holds the trials finished by then.</exception>
    /// <exception cref="SimulationDivergedException">A voltage is no longer a finite number.</exception>
    public static ImmutableArray<Recording> Run(
        CompiledModel model,
        ImmutableArray<TrialInput> trials,
        EngineOptions options,
        ImmutableArray<Probe> probes,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        RunChecks.Check(model, trials, options, probes);
        var together = Math.Max(1, CellsAtOnce / Math.Max(1, model.Description.CellCount));
        var recordings = ImmutableArray.CreateBuilder<Recording>(trials.Length);
        foreach (var group in trials.Chunk(together))
        {
            var simulation = new Simulation(model, [.. group], options, probes);
            try
            {
                for (var window = 1; !simulation.IsFinished; window++)
                {
                    if (cancellation.IsCancellationRequested)
                        throw new RunCanceledException(recordings.ToImmutable(), cancellation);
                    simulation.AdvanceWindow();
                    progress?.Report((recordings.Count + group.Length * (double)window / simulation.WindowCount) / trials.Length);
                }
            }
            catch (SimulationDivergedException exception)
            {
                throw exception.After(recordings.Count);
            }

            recordings.AddRange(simulation.Finish());
        }

        return recordings.MoveToImmutable();
    }
}
