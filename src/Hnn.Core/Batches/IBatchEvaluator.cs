using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;

namespace Hnn.Core.Batches;

/// <summary>Simulates several networks. The results are those of single simulations, bit for bit, on any number of workers.</summary>
public interface IBatchEvaluator
{
    /// <summary>Simulates networks, all with the same options. The networks stay as they are.</summary>
    /// <param name="networks">The networks; the more alike they are, the more of the work is shared.</param>
    /// <param name="options">Time, step, trials, what is recorded, and the number of workers.</param>
    /// <param name="finished">Told index and outcome of each network as soon as it is done: from any thread, but one at a time. Default: nobody.</param>
    /// <param name="cancellation">Ends the work early. Default: never.</param>
    /// <returns>One outcome per network, in the order of the networks.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early; what was finished by then has been told.</exception>
    ImmutableArray<BatchOutcome> Evaluate(
        IReadOnlyList<Network> networks, SimulationOptions options, Action<int, BatchOutcome>? finished = null, CancellationToken cancellation = default);
}
