using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Hnn.Core.Analysis;

/// <summary>Smoothing by least-squares fits of fifth-order polynomials to a sliding window (Savitzky and Golay 1964).</summary>
/// <remarks>A fit is a projection onto six orthonormal polynomials on the window's samples; the ends are read off the first and last window's fits.</remarks>
public static class SavitzkyGolay
{
    private const int Order = 5;

    /// <summary>Number of samples of the window for a cut-off frequency: one period of it, made odd.</summary>
    /// <param name="cutoff">Cut-off frequency in Hz. Positive, below half the sampling rate.</param>
    /// <param name="samplingRate">Samples per second in Hz. Positive.</param>
    /// <param name="available">Number of samples of the waveform; the window may not have more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is outside that range or its window has fewer than 7 samples or more than the waveform.</exception>
    public static int SamplesFor(double cutoff, double samplingRate, int available)
    {
        if (!(cutoff > 0 && cutoff < 0.5 * samplingRate))
        {
            throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, string.Create(
                CultureInfo.InvariantCulture, $"The cut-off frequency is outside of 0 to {0.5 * samplingRate} Hz, half the sampling rate. Pass one within."));
        }

        var samples = Math.Floor(Math.Round(samplingRate / cutoff, MidpointRounding.ToEven) / 2) * 2 + 1;
        if (samples <= Order || samples > available)
        {
            throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, string.Create(
                CultureInfo.InvariantCulture,
                $"The window of this cut-off frequency has {samples} samples; at least {Order + 2} are needed for the fit and the waveform has {available}. Pass a {(samples > available ? "higher" : "lower")} frequency."));
        }

        return (int)samples;
    }

    /// <summary>Smooths a waveform.</summary>
    /// <param name="values">The waveform.</param>
    /// <param name="samples">Number of samples of the window: odd, at least 7, at most the waveform's.</param>
    /// <returns>The smoothed waveform, of the same length.</returns>
    public static ImmutableArray<double> Smooth(ReadOnlySpan<double> values, int samples)
    {
        Debug.Assert(samples % 2 == 1 && samples > Order && samples <= values.Length, "Checked by SamplesFor.");
        var basis = OrthonormalPolynomials(samples);
        var half = samples / 2;
        var centre = Enumerable.Range(0, samples).Select(i => basis.Sum(p => p[half] * p[i])).ToArray();
        var smoothed = new double[values.Length];
        for (var i = half; i < values.Length - half; i++)
            smoothed[i] = Dot(centre, values.Slice(i - half, samples));
        Fit(basis, values[..samples], first: 0, smoothed.AsSpan(0, half));
        Fit(basis, values[^samples..], first: samples - half, smoothed.AsSpan(values.Length - half));
        return ImmutableArray.Create(smoothed);
    }

    private static void Fit(double[][] basis, ReadOnlySpan<double> window, int first, Span<double> fitted)
    {
        foreach (var polynomial in basis)
        {
            var coefficient = Dot(polynomial, window);
            for (var i = 0; i < fitted.Length; i++)
                fitted[i] += coefficient * polynomial[first + i];
        }
    }

    // Gram-Schmidt on 1, x, x², … at equidistant points from -1 to 1, each polynomial made orthogonal twice against round-off.
    private static double[][] OrthonormalPolynomials(int samples)
    {
        var x = Enumerable.Range(0, samples).Select(i => (2.0 * i - (samples - 1)) / (samples - 1)).ToArray();
        var basis = new List<double[]>();
        for (var degree = 0; degree <= Order; degree++)
        {
            var next = degree == 0 ? Enumerable.Repeat(1.0, samples).ToArray() : [.. basis[^1].Zip(x, (p, xi) => p * xi)];
            foreach (var known in basis.Concat(basis))
            {
                var overlap = Dot(known, next);
                for (var i = 0; i < samples; i++)
                    next[i] -= overlap * known[i];
            }

            var norm = Math.Sqrt(Dot(next, next));
            basis.Add([.. next.Select(p => p / norm)]);
        }

        return [.. basis];
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
