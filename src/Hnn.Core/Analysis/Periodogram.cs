using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Hnn.Core.Analysis;

/// <summary>Spectral power density of a waveform, for frequencies from 0 to half the sampling rate. Immutable.</summary>
/// <param name="Frequencies">Frequencies in Hz, evenly spaced from 0. Shape: [samples / 2 + 1].</param>
/// <param name="Density">Power per frequency, for a dipole in nAm²/Hz. Shape: that of the frequencies.</param>
public sealed record Periodogram(ImmutableArray<double> Frequencies, ImmutableArray<double> Density)
{
    /// <summary>The periodogram of a waveform without its mean, under a periodic Hamming window of the waveform's length.</summary>
    /// <param name="values">The waveform. At least one sample.</param>
    /// <param name="samplingRate">Samples per second in Hz. Positive.</param>
    /// <exception cref="ArgumentException">There is no sample, or the rate is not positive.</exception>
    /// <remarks>Agrees with <c>scipy.signal.periodogram(x, fs, window="hamming")</c>, which hnn-core 0.6 uses.</remarks>
    public static Periodogram Of(ReadOnlySpan<double> values, double samplingRate)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There is no sample. Pass at least one.", nameof(values));
        Require.Positive(samplingRate, "Hz");
        var count = values.Length;
        var (sum, mean) = (0.0, Mean(values));
        var spectrum = new Complex[count];
        for (var i = 0; i < count; i++)
        {
            var weight = 0.54 - 0.46 * Math.Cos(2 * Math.PI * i / count);
            spectrum[i] = weight * (values[i] - mean);
            sum += weight * weight;
        }

        Fourier.Forward(spectrum, FourierOptions.NoScaling);
        var step = 1 / (count * (1 / samplingRate)); // in the order of SciPy's operations, which decides whether a frequency lies on the edge of a band or beyond
        return new Periodogram(
            [.. Enumerable.Range(0, count / 2 + 1).Select(k => k * step)],
            [.. Enumerable.Range(0, count / 2 + 1).Select(k => Sides(k, count) * Power(spectrum[k]) / (samplingRate * sum))]);
    }

    /// <summary>Power between two frequencies, both included, as a fraction of all power; NaN if there is no power.</summary>
    /// <param name="low">Lowest frequency in Hz.</param>
    /// <param name="high">Highest frequency in Hz.</param>
    public double RelativePower(double low, double high)
    {
        var (band, total) = (0.0, 0.0);
        foreach (var (frequency, density) in Frequencies.Zip(Density))
        {
            total += density;
            band += frequency >= low && frequency <= high ? density : 0;
        }

        return band / total;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    // Each frequency stands also for its negative, but for 0 and for half the sampling rate, which have none.
    private static int Sides(int frequency, int count) => frequency == 0 || 2 * frequency == count ? 1 : 2;

    private static double Power(Complex value) => value.Real * value.Real + value.Imaginary * value.Imaginary;
}
