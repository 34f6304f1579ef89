using Hnn.Core.Optimization;
using Hnn.Core.Results;

namespace Hnn.Core.Sweeps;

/// <summary>What came out at one point of a sweep. Immutable.</summary>
/// <param name="Index">Number of the point in the grid, from 0.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Summaries">The summaries by name, in the sweep's order; NaN where the point failed.</param>
/// <param name="Fault">Why the point failed: the message of the closure, of the network's check, of the simulation or of a summary; null if it did not.</param>
/// <param name="Result">What was simulated, its dipoles scaled and smoothed; null if the point failed, was read from files, or the sweep keeps none.</param>
public sealed record SweepPoint(
    int Index, ParameterValues Parameters, IReadOnlyDictionary<string, double> Summaries, string? Fault, SimulationResult? Result)
{
    /// <summary>The summary of a name.</summary>
    /// <param name="summary">Name of the summary.</param>
    /// <exception cref="KeyNotFoundException">There is no such summary; names those there are.</exception>
    public double this[string summary] => Summaries.TryGetValue(summary, out var value)
        ? value
        : throw new KeyNotFoundException($"There is no summary '{summary}', only: {string.Join(", ", Summaries.Keys)}.");
}
