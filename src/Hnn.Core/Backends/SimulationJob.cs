using System.Collections.Immutable;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Core.Backends;

/// <summary>Trials of one network to be simulated: all that a backend needs to know, as plain, immutable data.</summary>
public sealed record SimulationJob
{
    /// <summary>The network, checked.</summary>
    public required NetworkDescription Network { get; init; }

    /// <summary>When each drive's artificial cells spike. Shape: [trials].</summary>
    public required ImmutableArray<TrialInput> Trials { get; init; }

    /// <summary>What is recorded besides dipoles, spikes and electrode potentials.</summary>
    public required ImmutableArray<Probe> Probes { get; init; }

    /// <summary>Step, end and use of the machine.</summary>
    public required EngineOptions Options { get; init; }

    /// <summary>Which artificial cells belong together, so that what alike jobs have in common can be seen.</summary>
    public required ImmutableArray<DriveCells> Drives { get; init; }

    /// <summary>A job of some of the trials.</summary>
    /// <param name="trials">Indices of trials, in the order they are to have.</param>
    public SimulationJob WithTrials(IEnumerable<int> trials) => this with { Trials = [.. trials.Select(trial => Trials[trial])] };
}
