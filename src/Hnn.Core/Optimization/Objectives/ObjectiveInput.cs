using System.Collections.Immutable;
using Hnn.Core.Results;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>What an objective sees of a simulation. Immutable.</summary>
/// <param name="Dipole">Mean dipole of the trials, each scaled and smoothed before.</param>
/// <param name="Trials">Dipole of each trial, scaled and smoothed. Shape: [trials].</param>
/// <param name="Result">All that was simulated, as it came out: neither scaled nor smoothed.</param>
/// <param name="Target">The measured dipole to compare with; null if there is none.</param>
public sealed record ObjectiveInput(Dipole Dipole, ImmutableArray<Dipole> Trials, SimulationResult Result, Dipole? Target)
{
    /// <summary>Scales and smooths each trial, then averages them: the reference's order.</summary>
    /// <param name="result">What was simulated.</param>
    /// <param name="target">The measured dipole to compare with. Default: none.</param>
    /// <param name="scaleFactor">Factor of the dipoles. Finite. Default: 1.</param>
    /// <param name="smoothingWindow">Length of the Hamming window in ms. Default: no smoothing.</param>
    /// <exception cref="ArgumentException">The factor or the window is out of its range.</exception>
    public static ObjectiveInput Of(SimulationResult result, Dipole? target = null, double scaleFactor = 1, double? smoothingWindow = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var trials = result.Dipoles.ScaledAndSmoothed(scaleFactor, smoothingWindow);
        return new ObjectiveInput(trials.Average(), trials, result, target);
    }
}
