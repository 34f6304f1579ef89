using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Hnn.Core.Analysis;

/// <summary>Smoothing by convolution with a Hamming window of unit area.</summary>
public static class HammingWindow
{
    private static readonly int Width = Vector<double>.Count;
    private static readonly int Step = 4 * Width;

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
        var backwards = Weights(samples);
        Array.Reverse(backwards);
        var before = samples - 1 - (samples - 1) / 2;
        var padded = new double[values.Length + samples - 1 + Step];
        values.CopyTo(padded.AsSpan(before));
        var smoothed = new double[values.Length + Step];
        for (var i = 0; i < values.Length; i += Step)
            SumWindows(padded.AsSpan(i), backwards, smoothed.AsSpan(i));
        return ImmutableArray.Create(smoothed.AsSpan(0, values.Length));
    }

    // Four vectors of window sums side by side. Each sum adds its samples in their order, so the bits do not depend on the width of vectors.
    private static void SumWindows(ReadOnlySpan<double> values, double[] window, Span<double> sums)
    {
        var (first, second, third, fourth) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        for (var k = 0; k < window.Length; k++)
        {
            var weight = new Vector<double>(window[k]);
            first += weight * new Vector<double>(values[k..]);
            second += weight * new Vector<double>(values[(k + Width)..]);
            third += weight * new Vector<double>(values[(k + 2 * Width)..]);
            fourth += weight * new Vector<double>(values[(k + 3 * Width)..]);
        }

        first.CopyTo(sums);
        second.CopyTo(sums[Width..]);
        third.CopyTo(sums[(2 * Width)..]);
        fourth.CopyTo(sums[(3 * Width)..]);
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
