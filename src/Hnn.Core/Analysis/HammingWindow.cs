using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Hnn.Core.Analysis;

/// <summary>Smoothing by convolution with a Hamming window of unit area.</summary>
public static class HammingWindow
{
    /// <summary>Number of samples of a window, the nearest integer (ties to the even one).</summary>
    /// <param name="window">Length in ms, at least 1.</param>
    /// <param name="samplingRate">Samples per second in Hz. Positive.</param>
    /// <param name="available">Number of samples of the waveform; the window may not have more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is below 1 ms or one sample, or longer than the waveform.</exception>
    public static int SamplesFor(double window, double samplingRate, int available)
    {
        if (!(window >= 1))
            throw new ArgumentOutOfRangeException(nameof(window), window, "The smoothing window is shorter than 1 ms. Pass at least 1 ms.");
        var samples = Math.Round(1e-3 * window * samplingRate, MidpointRounding.ToEven);
        if (!(samples >= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(window), window, string.Create(
                CultureInfo.InvariantCulture, $"The smoothing window holds no sample at {samplingRate} Hz. Pass at least {1000 / samplingRate} ms."));
        }

        if (!(samples <= available))
        {
            throw new ArgumentOutOfRangeException(nameof(window), window, string.Create(
                CultureInfo.InvariantCulture, $"The smoothing window has {samples} samples, the waveform only {available}. Pass a shorter window."));
        }

        return (int)samples;
    }

    /// <summary>Convolves a waveform with the window; zeros are assumed beyond its ends.</summary>
    /// <param name="values">The waveform.</param>
    /// <param name="samples">Number of samples of the window, from 1 to the waveform's.</param>
    /// <returns>The smoothed waveform, of the same length; for an even window shifted by half a sample, as <c>numpy.convolve</c> does with "same".</returns>
    public static ImmutableArray<double> Smooth(ReadOnlySpan<double> values, int samples)
    {
        Debug.Assert(samples >= 1 && samples <= values.Length, "Checked by SamplesFor.");
        var window = Weights(samples);
        var smoothed = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var last = i + (samples - 1) / 2;
            var first = Math.Max(0, last - samples + 1);
            var sum = 0.0;
            for (var j = first; j <= Math.Min(last, values.Length - 1); j++)
                sum += values[j] * window[last - j];
            smoothed[i] = sum;
        }

        return ImmutableArray.Create(smoothed);
    }

    private static double[] Weights(int samples)
    {
        if (samples == 1)
            return [1];
        var weights = Enumerable.Range(0, samples).Select(k => 0.54 - 0.46 * Math.Cos(2 * Math.PI * k / (samples - 1))).ToArray();
        var area = weights.Sum();
        return [.. weights.Select(weight => weight / area)];
    }
}
