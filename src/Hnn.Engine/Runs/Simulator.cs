using System.Collections.Immutable;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

/// <summary>Runs compiled networks.</summary>
public static class Simulator
{
    /// <summary>Runs trials of a network from rest to the end.</summary>
    /// <param name="model">The compiled network; its time step must be that of <paramref name="options"/>.</param>
    /// <param name="trials">The trials, independent of each other.</param>
    /// <param name="options">Step, end and use of the machine.</param>
    /// <param name="probes">What to record besides dipoles, spikes and electrode potentials.</param>
    /// <param name="progress">Told the part done, between 0 and 1, at most once per window.</param>
    /// <param name="cancellation">Ends the run at the next window.</param>
    /// <returns>One recording per trial, in order.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ImmutableArray<Recording> Run(
        CompiledModel model,
        ImmutableArray<TrialInput> trials,
        EngineOptions options,
        ImmutableArray<Probe> probes,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
