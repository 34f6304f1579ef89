using System.Collections.Immutable;
using Hnn.Core.Results;

namespace Hnn.Plots;

public static partial class Plots
{
    /// <summary>What drove a network and what came of it: the spikes of its drives over the dipoles of the trials, at the same times.</summary>
    /// <param name="result">The simulation.</param>
    /// <returns>A figure with two panels, those of <see cref="SpikeHistogram(CellResponse, IEnumerable{string}?, double?, IEnumerable{int}?, IEnumerable{string}?, IReadOnlyDictionary{string, Colors.Color}?)"/> and <see cref="DipoleTrials"/>.</returns>
    public static Figure DrivesAndDipoles(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Figure.Rows(SpikeHistogram(result.CellResponse, stopTime: result.Provenance.Options.StopTime), DipoleTrials(result.Dipoles)).WithSharedX();
    }

    /// <summary>The trials of a simulation over their power in time and frequency, at the same times.</summary>
    /// <param name="trials">At least one; with the same times, layers and scale.</param>
    /// <param name="frequencies">Frequencies in Hz, at least one, ascending and positive.</param>
    /// <param name="options">Cycles, padding, window, layer and decimation of the power. Default: seven cycles, zeros beyond the ends, the whole dipole.</param>
    /// <returns>A figure with two panels, those of <see cref="DipoleTrials"/> and <see cref="TimeFrequency"/>.</returns>
    /// <exception cref="ArgumentException">It is an error for one of these.</exception>
    public static Figure DipolesAndTimeFrequency(IReadOnlyList<Dipole> trials, ImmutableArray<double> frequencies, TimeFrequencyOptions? options = null) =>
        Figure.Rows(DipoleTrials(trials), TimeFrequency(trials, frequencies, options)).WithSharedX();
}
