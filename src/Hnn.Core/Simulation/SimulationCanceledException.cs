using Hnn.Core.Results;

namespace Hnn.Core.Simulation;

/// <summary>A simulation was cancelled; the trials that were finished by then are kept.</summary>
public sealed class SimulationCanceledException : OperationCanceledException
{
    internal SimulationCanceledException(SimulationResult? finished, OperationCanceledException cause)
        : base(cause.Message, cause, cause.CancellationToken) => Finished = finished;

    /// <summary>Results of the trials that were finished, the first ones in order; null if there is none.</summary>
    public SimulationResult? Finished { get; }
}
