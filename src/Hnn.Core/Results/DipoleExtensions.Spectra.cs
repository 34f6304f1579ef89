using System.Collections.Immutable;
using Hnn.Core.Analysis;

namespace Hnn.Core.Results;

public static partial class DipoleExtensions
{
    /// <summary>Mean of the spectral power densities of trials; power that is not locked to a time remains.</summary>
    /// <param name="dipoles">At least one; with the same times, layers and scale.</param>
    /// <param name="start">First time in ms. Default: the first sample.</param>
    /// <param name="stop">End in ms; its sample is not part of the window. Default: the last sample.</param>
    /// <param name="layer">The layer. Default: the whole.</param>
    /// <exception cref="ArgumentException">There is none, they differ in times, layers or scale, or the window holds fewer than two samples.</exception>
    /// <remarks>
    /// Differs from <c>plot_psd</c> of hnn-core 0.6, which shows the last trial only. For the spectrum of the average, take
    /// <c>dipoles.Average().Psd()</c>.
    /// </remarks>
    public static Periodogram Psd(this IEnumerable<Dipole> dipoles, double? start = null, double? stop = null, string layer = Dipole.Aggregate)
    {
        var spectra = CheckedAlike(dipoles).Select(dipole => dipole.Psd(start, stop, layer)).ToArray();
        return spectra[0] with { Density = Mean([.. spectra.Select(spectrum => spectrum.Density)]) };
    }

    /// <summary>Mean power of trials over time at chosen frequencies, by Morlet wavelets; power that is not locked to a time remains.</summary>
    /// <param name="dipoles">At least one; with the same times, layers and scale.</param>
    /// <param name="frequencies">Frequencies in Hz, at least one: positive, at most half the sampling rate (after decimation).</param>
    /// <param name="options">Cycles, padding, window, layer and decimation. Default: <see cref="TimeFrequencyOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">There is no dipole, they differ, or it is an error for one of them.</exception>
    /// <remarks>Like <c>plot_tfr_morlet</c> of hnn-core 0.6. For the power of the average, take <c>dipoles.Average().TimeFrequency(…)</c>.</remarks>
    public static TimeFrequency TimeFrequency(
        this IEnumerable<Dipole> dipoles, ImmutableArray<double> frequencies, TimeFrequencyOptions? options = null)
    {
        var trials = CheckedAlike(dipoles).Select(dipole => dipole.TimeFrequency(frequencies, options)).ToArray();
        return trials[0] with
        {
            Power = [.. Enumerable.Range(0, frequencies.Length).Select(frequency => Mean([.. trials.Select(trial => trial.Power[frequency])]))],
        };
    }
}
