using Hnn.Core.Results;

namespace Hnn.Core.Batches;

/// <summary>What became of one network of a batch: a result or a fault. Immutable.</summary>
/// <param name="Result">What came out of the simulation; null if it failed.</param>
/// <param name="Fault">Why it failed: the network cannot be simulated, or a voltage was no longer a finite number; null if it did not.</param>
/// <param name="Elapsed">Time it took, shared out evenly among simulations that ran together.</param>
public sealed record BatchOutcome(SimulationResult? Result, Exception? Fault, TimeSpan Elapsed);
