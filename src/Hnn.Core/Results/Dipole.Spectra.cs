using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Analysis;

namespace Hnn.Core.Results;

public sealed partial class Dipole
{
    /// <summary>Spectral power density of a layer.</summary>
    /// <param name="start">First time in ms. Default: the first sample.</param>
    /// <param name="stop">End in ms; its sample is not part of the window. Default: the last sample.</param>
    /// <param name="layer">One of <see cref="Layers"/>. Default: the whole.</param>
    /// <returns>Power in nAm²/Hz (times the scale squared) at frequencies in steps of 1 / the window's length.</returns>
    /// <exception cref="ArgumentException">The window holds fewer than two samples.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    /// <remarks>Agrees with what <c>plot_psd</c> of hnn-core 0.6 draws of one dipole.</remarks>
    public Periodogram Psd(double? start = null, double? stop = null, string layer = Aggregate) =>
        Periodogram.Of(Cropped(start, stop)[layer].AsSpan(), SamplingRate);

    /// <summary>Power of a layer over time at chosen frequencies, by Morlet wavelets.</summary>
    /// <param name="frequencies">Frequencies in Hz, at least one: positive, at most half the sampling rate (after decimation).</param>
    /// <param name="options">Cycles, padding, window, layer and decimation. Default: <see cref="TimeFrequencyOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">A number is out of range, the window holds fewer than two samples, or a wavelet is longer than it with its padding.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    /// <remarks>Agrees with what <c>plot_tfr_morlet</c> of hnn-core 0.6 draws. <see cref="MorletWavelets"/> says what the numbers mean.</remarks>
    public TimeFrequency TimeFrequency(ImmutableArray<double> frequencies, TimeFrequencyOptions? options = null)
    {
        options ??= TimeFrequencyOptions.Default;
        var dipole = Cropped(options.Start, options.Stop).Decimated(options.Decimation.AsSpan());
        var power = MorletWavelets.Power(dipole[options.Layer].AsSpan(), dipole.SamplingRate, frequencies, options.Cycles, options.Padding);
        return new TimeFrequency(dipole.Times, frequencies, power);
    }

    /// <summary>The deflections one would mark: local maxima and minima that stand out from the waveform around them.</summary>
    /// <param name="prominence">Least prominence as a fraction of the range of the moments in the window, from 0 to 1. Default: 0.1.</param>
    /// <param name="start">First time in ms. Default: the first sample.</param>
    /// <param name="stop">End in ms; its sample is not part of the window. Default: the last sample.</param>
    /// <param name="layer">One of <see cref="Layers"/>. Default: the whole.</param>
    /// <returns>The deflections in the order of their latencies; none at the ends of the window. Order by <see cref="DipolePeak.Prominence"/> for the largest.</returns>
    /// <exception cref="ArgumentException">The prominence is out of range, or the window holds fewer than two samples.</exception>
    /// <exception cref="KeyNotFoundException">There is no such layer.</exception>
    /// <remarks><see cref="LocalMaxima"/> defines the prominence; that of a minimum is that of the maximum of the waveform turned over. Unsmoothed simulations have dozens; smooth first.</remarks>
    public ImmutableArray<DipolePeak> Peaks(double prominence = 0.1, double? start = null, double? stop = null, string layer = Aggregate)
    {
        Require.InRange(prominence, 0, 1);
        var window = Cropped(start, stop);
        var (times, values) = (window.Times, window[layer]);
        var least = prominence * (values.Max() - values.Min());
        var maxima = LocalMaxima.Find(values.AsSpan(), least).Select(peak => new DipolePeak(times[peak.Index], values[peak.Index], peak.Prominence, IsMaximum: true));
        double[] turned = [.. values.Select(value => -value)];
        var minima = LocalMaxima.Find(turned, least).Select(peak => new DipolePeak(times[peak.Index], values[peak.Index], peak.Prominence, IsMaximum: false));
        return [.. maxima.Concat(minima).OrderBy(peak => peak.Latency)];
    }

    // As in the reference, the sample at the end is left out: n samples last n steps.
    private Dipole Cropped(double? start, double? stop)
    {
        var (from, to) = (start ?? Times[0], stop ?? Times[^1]);
        var samples = Enumerable.Range(0, Times.Length).Where(i => Times[i] >= from && Times[i] < to).ToArray();
        if (samples.Length < 2)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The window from {from:0.###} to {to:0.###} ms holds {samples.Length} samples of this dipole, which lasts from {Times[0]:0.###} to {Times[^1]:0.###} ms. Pass a window with at least two."),
                nameof(start));
        }

        var window = samples[0]..(samples[^1] + 1);
        return new Dipole(Times[window], EachLayer(values => values[window]), TrialCount, ScaleApplied);
    }
}
