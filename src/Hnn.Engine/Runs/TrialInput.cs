using System.Collections.Immutable;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

/// <summary>What differs between trials: when the drives' artificial cells spike.</summary>
/// <param name="DriveSpikes">Spike times in ms of each drive cell, in the order they are to be delivered. Shape: [drive cell][spike]; the first drive cell has the gid after the last real cell.</param>
public sealed record TrialInput(ImmutableArray<ImmutableArray<double>> DriveSpikes)
{
    /// <summary>The model whose contacts this trial has, alike the run's and with the same shortest delay between cells; null for the run's own. Default: null.</summary>
    public CompiledModel? Variant { get; init; }
}
