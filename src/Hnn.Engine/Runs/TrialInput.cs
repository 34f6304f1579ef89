using System.Collections.Immutable;

namespace Hnn.Engine.Runs;

/// <summary>What differs between trials: when the drives' artificial cells spike.</summary>
/// <param name="DriveSpikes">Spike times in ms of each drive cell, in the order they are to be delivered. Shape: [drive cell][spike]; the first drive cell has the gid after the last real cell.</param>
public sealed record TrialInput(ImmutableArray<ImmutableArray<double>> DriveSpikes);
