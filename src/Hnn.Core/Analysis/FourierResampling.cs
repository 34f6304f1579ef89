using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Hnn.Core.Analysis;

/// <summary>Changes the number of samples of a periodic waveform by cutting or padding its spectrum.</summary>
public static class FourierResampling
{
    private const int FewFrequencies = 256;

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
        var common = Math.Min(values.Length, samples);
        var resampled = Reshaped(Lowest(values, common / 2 + 1), values.Length, samples);
        Fourier.Inverse(resampled, FourierOptions.NoScaling);
        var count = values.Length;
        return [.. resampled.Select(value => value.Real / count)];
    }

    // The transform at the lowest frequencies. If they are few, summing each by itself takes less time than the whole transform.
    private static Complex[] Lowest(ReadOnlySpan<double> values, int count)
    {
        if (count <= FewFrequencies)
            return Summed(values, count);
        var spectrum = new Complex[values.Length];
        for (var i = 0; i < values.Length; i++)
            spectrum[i] = values[i];
        Fourier.Forward(spectrum, FourierOptions.NoScaling);
        return spectrum[..count];
    }

    private static Complex[] Summed(ReadOnlySpan<double> values, int count)
    {
        var samples = values.Length;
        var turns = Enumerable.Range(0, samples).Select(n => Math.SinCos(2 * Math.PI * n / samples)).ToArray();
        var spectrum = new Complex[count];
        for (var k = 0; k < count; k++)
        {
            var (real, imaginary, turn) = (0.0, 0.0, 0);
            foreach (var value in values)
            {
                real += value * turns[turn].Cos;
                imaginary -= value * turns[turn].Sin;
                turn += k;
                if (turn >= turns.Length)
                    turn -= turns.Length;
            }

            spectrum[k] = new Complex(real, imaginary);
        }

        return spectrum;
    }

    // Keeps the frequencies both lengths have; those of real waveforms come in conjugate pairs. The highest one of an even
    // length stands for +f and -f at once: a longer waveform gets half of it on either side, a shorter one the sum of both sides.
    private static Complex[] Reshaped(Complex[] lowest, int before, int after)
    {
        var reshaped = new Complex[after];
        var common = Math.Min(before, after);
        reshaped[0] = lowest[0];
        for (var k = 1; 2 * k < common; k++)
        {
            reshaped[k] = lowest[k];
            reshaped[^k] = Complex.Conjugate(lowest[k]);
        }

        var highest = common / 2;
        if (common % 2 != 0)
            return reshaped;
        if (after > before)
            reshaped[highest] = reshaped[^highest] = lowest[highest] / 2;
        else
            reshaped[highest] = after < before ? 2 * lowest[highest].Real : lowest[highest];
        return reshaped;
    }
}
