using System.Collections.Immutable;
using Hnn.Core.Networks;

namespace Hnn.Core.Optimization;

/// <summary>What came out of a stepwise fit. Immutable.</summary>
public sealed class StepwiseFitResult
{
    private readonly Func<Network> _network;

    internal StepwiseFitResult(Func<Network> network) => _network = network;

    /// <summary>The values with the least loss, by name.</summary>
    public required ParameterValues Best { get; init; }

    /// <summary>The least loss: the RMSE over the whole time.</summary>
    public required double Loss { get; init; }

    /// <summary>The initial network's loss.</summary>
    public required double InitialLoss { get; init; }

    /// <summary>The steps that were made, the last one over all drives.</summary>
    public required ImmutableArray<StepwiseStep> Steps { get; init; }

    /// <summary>Why the search ended; <see cref="StopReason.BudgetSpent"/> or <see cref="StopReason.Converged"/> when all steps were made.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>A new network with the best values.</summary>
    public Network Network => _network();
}
