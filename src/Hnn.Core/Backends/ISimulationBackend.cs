namespace Hnn.Core.Backends;

/// <summary>What computes simulations. Results do not depend on it, bit for bit.</summary>
public interface ISimulationBackend
{
    /// <summary>Simulates all trials of some jobs, in any order.</summary>
    /// <param name="jobs">The jobs; the more alike they are, the more of the work is shared.</param>
    /// <param name="finished">Told what became of each trial as soon as it is known; from any thread, also from several at once. After a fault, other trials of the job may be left out.</param>
    /// <param name="progress">Told the part done, between 0 and 1. Default: nobody.</param>
    /// <param name="cancellation">Ends the work early. Default: never.</param>
    /// <exception cref="OperationCanceledException">The work was ended early; what was finished by then has been told.</exception>
    void Run(
        IReadOnlyList<SimulationJob> jobs, Action<TrialOutcome> finished, IProgress<double>? progress = null, CancellationToken cancellation = default);
}
