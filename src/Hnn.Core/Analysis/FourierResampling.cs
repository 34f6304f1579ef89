using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Hnn.Core.Analysis;

/// <summary>Changes the number of samples of a periodic waveform by cutting or padding its spectrum.</summary>
public static class FourierResampling
{
    /// <summary>Resamples a waveform as <c>scipy.signal.resample</c> does.</summary>
    /// <param name="values">The waveform; not empty.</param>
    /// <param name="samples">New number of samples. Positive.</param>
    /// <returns>The waveform at <paramref name="samples"/> evenly spaced times from the first sample on.</returns>
    /// <exception cref="ArgumentException">There is no sample, or none is asked for.</exception>
    public static ImmutableArray<double> Resample(ReadOnlySpan<double> values, int samples)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There is no sample to resample. Pass at least one.", nameof(values));
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var spectrum = new Complex[values.Length];
        for (var i = 0; i < values.Length; i++)
            spectrum[i] = values[i];
        Fourier.Forward(spectrum, FourierOptions.NoScaling);

        var resampled = Reshaped(spectrum, samples);
        Fourier.Inverse(resampled, FourierOptions.NoScaling);
        return [.. resampled.Select(value => value.Real / spectrum.Length)];
    }

    // Keeps the frequencies both lengths have. The highest one of an even length stands for +f and -f at once:
    // a longer waveform gets half of it on either side, a shorter one the sum of both sides.
    private static Complex[] Reshaped(Complex[] spectrum, int samples)
    {
        var reshaped = new Complex[samples];
        var common = Math.Min(spectrum.Length, samples);
        reshaped[0] = spectrum[0];
        for (var k = 1; 2 * k < common; k++)
        {
            reshaped[k] = spectrum[k];
            reshaped[^k] = spectrum[^k];
        }

        var highest = common / 2;
        if (common % 2 != 0)
            return reshaped;
        if (samples > spectrum.Length)
            reshaped[highest] = reshaped[^highest] = spectrum[highest] / 2;
        else
            reshaped[highest] = samples < spectrum.Length ? spectrum[highest] + spectrum[^highest] : spectrum[highest];
        return reshaped;
    }
}
