using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Hnn.Core.Analysis;

/// <summary>Power over time at chosen frequencies: the squared magnitude of a waveform convolved with complex Morlet wavelets.</summary>
/// <remarks>
/// A wavelet is an oscillation under a Gaussian of standard deviation σ = cycles / (2π frequency) seconds, cut at 5σ on either
/// side, its squares adding up to 2. A long sine of amplitude A thus has the power √π σ A² times the samples per second.
/// Wavelets of few cycles (below 5 or so) have a mean above 0 and see the waveform's offset.
/// </remarks>
public static class MorletWavelets
{
    private const double Reach = 5;

    /// <summary>A wavelet, its middle at time 0.</summary>
    /// <param name="frequency">Its frequency in Hz. Positive.</param>
    /// <param name="cycles">Its length: 2π times the number of periods in a standard deviation. Positive.</param>
    /// <param name="samplingRate">Samples per second in Hz. Positive.</param>
    /// <returns>An odd number of samples. Shape: [samples].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static ImmutableArray<Complex> Wavelet(double frequency, double cycles, double samplingRate)
    {
        Require.Positive(frequency, "Hz");
        Require.Positive(cycles);
        Require.Positive(samplingRate, "Hz");
        var deviation = cycles / (2 * Math.PI * frequency);
        var half = SamplesFor(frequency, cycles, samplingRate) / 2;
        var wavelet = new Complex[2 * half + 1];
        for (var i = 0; i <= half; i++)
        {
            var time = i / samplingRate;
            wavelet[half + i] = Complex.FromPolarCoordinates(Math.Exp(-time * time / (2 * deviation * deviation)), 2 * Math.PI * frequency * time);
            wavelet[half - i] = Complex.Conjugate(wavelet[half + i]);
        }

        var norm = Math.Sqrt(wavelet.Sum(Square) / 2);
        return [.. wavelet.Select(value => value / norm)];
    }

    /// <summary>Power of a waveform over time.</summary>
    /// <param name="values">The waveform. At least one sample.</param>
    /// <param name="samplingRate">Samples per second in Hz. Positive.</param>
    /// <param name="frequencies">Frequencies in Hz, at least one: positive, at most half the sampling rate.</param>
    /// <param name="cycles">Length of the wavelets in cycles: one number for all frequencies, or one for each. Positive; 7 is usual.</param>
    /// <param name="padding">What is assumed beyond the ends of the waveform.</param>
    /// <returns>Power in the waveform's unit squared. Shape: [frequencies][samples].</returns>
    /// <exception cref="ArgumentException">A number is out of range, or a wavelet is longer than the padded waveform.</exception>
    /// <remarks>Agrees with <c>tfr_array_morlet(…, output="power")</c> of MNE, which hnn-core 0.6 uses.</remarks>
    public static ImmutableArray<ImmutableArray<double>> Power(
        ReadOnlySpan<double> values, double samplingRate, ImmutableArray<double> frequencies, ImmutableArray<double> cycles, WaveletPadding padding)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There is no sample. Pass at least one.", nameof(values));
        CheckFrequencies(frequencies, cycles, samplingRate);
        var longest = Longest(frequencies, cycles, samplingRate, padding == WaveletPadding.None ? values.Length : 3 * values.Length - 2);
        var (padded, offset) = padding == WaveletPadding.Mirror ? (Mirrored(values), values.Length - 1) : (values.ToArray(), 0);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(padded.Length + longest));
        var spectrum = Spectrum(padded.Select(value => (Complex)value), size);
        var samples = values.Length;
        return [.. frequencies.Select((frequency, index) =>
        {
            var wavelet = Wavelet(frequency, At(cycles, index), samplingRate);
            return Convolved(spectrum, Spectrum(wavelet, size)).AsSpan(offset + wavelet.Length / 2, samples).ToArray().Select(Square).ToImmutableArray();
        })];
    }

    private static double At(ImmutableArray<double> cycles, int frequency) => cycles.Length == 1 ? cycles[0] : cycles[frequency];

    // Symmetric about time 0, up to the last sample before 5 standard deviations.
    private static int SamplesFor(double frequency, double cycles, double samplingRate) =>
        2 * (int)Math.Min(Math.Ceiling(Reach * cycles / (2 * Math.PI * frequency) * samplingRate), 1 << 29) - 1;

    private static void CheckFrequencies(ImmutableArray<double> frequencies, ImmutableArray<double> cycles, double samplingRate)
    {
        Require.Positive(samplingRate, "Hz");
        if (frequencies.IsDefaultOrEmpty)
            throw new ArgumentException("There is no frequency. Pass at least one, in Hz.", nameof(frequencies));
        if (cycles.IsDefaultOrEmpty || (cycles.Length != 1 && cycles.Length != frequencies.Length))
        {
            throw new ArgumentException(
                $"There are {(cycles.IsDefault ? 0 : cycles.Length)} numbers of cycles for {frequencies.Length} frequencies. Pass one number for all, or one for each.",
                nameof(cycles));
        }

        foreach (var frequency in frequencies)
        {
            Require.Positive(frequency, "Hz", nameof(frequencies));
            Require.InRange(frequency, 0, samplingRate / 2, "Hz, half the sampling rate", nameof(frequencies));
        }

        foreach (var number in cycles)
            Require.Positive(number, name: nameof(cycles));
    }

    private static int Longest(ImmutableArray<double> frequencies, ImmutableArray<double> cycles, double samplingRate, int available)
    {
        var longest = 0;
        foreach (var (index, frequency) in frequencies.Index())
        {
            var length = SamplesFor(frequency, At(cycles, index), samplingRate);
            if (length > available)
                throw new ArgumentException(WhyTooLong(frequency, At(cycles, index), samplingRate, length, available), nameof(frequencies));
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static string WhyTooLong(double frequency, double cycles, double samplingRate, int length, int available)
    {
        var lowest = Math.Ceiling(10 * Reach * cycles / (2 * Math.PI) * samplingRate / ((available + 1) / 2)) / 10;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The wavelet of {frequency} Hz with {cycles} cycles is {1000 * (length / samplingRate):0.#} ms long, the waveform with its padding only {1000 * (available / samplingRate):0.#} ms. Leave out frequencies below {lowest} Hz, take fewer cycles, or pad or record for longer.");
    }

    // All but the ends themselves are repeated: 3 2 1 2 3 2 1 for 1 2 3.
    private static double[] Mirrored(ReadOnlySpan<double> values)
    {
        var reversed = values.ToArray();
        Array.Reverse(reversed);
        return [.. reversed[..^1], .. values, .. reversed[1..]];
    }

    private static Complex[] Spectrum(IEnumerable<Complex> values, int size)
    {
        var spectrum = values.ToArray();
        Debug.Assert(spectrum.Length <= size, "The size holds waveform and wavelet.");
        Array.Resize(ref spectrum, size);
        Fourier.Forward(spectrum, FourierOptions.NoScaling);
        return spectrum;
    }

    private static Complex[] Convolved(Complex[] left, Complex[] right)
    {
        var product = left.Zip(right, (a, b) => a * b / left.Length).ToArray();
        Fourier.Inverse(product, FourierOptions.NoScaling);
        return product;
    }

    private static double Square(Complex value) => value.Real * value.Real + value.Imaginary * value.Imaginary;
}
