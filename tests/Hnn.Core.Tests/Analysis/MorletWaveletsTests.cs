using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Hnn.Core.Analysis;
using Hnn.Testing;

namespace Hnn.Core.Tests.Analysis;

public class MorletWaveletsTests
{
    [Fact]
    public void Wavelets_agree_with_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var recorded in ReferenceData.Json("signal/morlet.json").GetProperty("wavelets").EnumerateArray())
        {
            double Of(string name) => recorded.GetProperty(name).GetDouble();

            var wavelet = MorletWavelets.Wavelet(Of("freq"), Of("n_cycles"), Of("sfreq"));

            // Every fifth sample is recorded.
            var every5th = wavelet.Where((_, i) => i % 5 == 0).ToArray();
            Assert.Equal(recorded.GetProperty("n").GetInt32(), wavelet.Length);
            Assert.True(Closeness.RelativeToPeak(recorded.GetProperty("real").AsDoubles(), every5th.Select(value => value.Real)) < 1e-12);
            Assert.True(Closeness.RelativeToPeak(recorded.GetProperty("imag").AsDoubles(), every5th.Select(value => value.Imaginary)) < 1e-12);
        }
    }

    [Fact]
    public void Power_of_noise_agrees_with_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json("signal/morlet.json").GetProperty("noise_1000");
        var values = ReferenceData.Table("signal/noise_1000.csv.gz")["x"];

        var power = MorletWavelets.Power(
            values, recorded.GetProperty("sfreq").GetDouble(), [.. recorded.GetProperty("freqs").AsDoubles()], [recorded.GetProperty("n_cycles").GetDouble()], WaveletPadding.None);

        // The README of the reference data asks for 1e-8 of spectra; the transforms differ in rounding only.
        foreach (var (frequency, expected) in recorded.GetProperty("power").EnumerateArray().Index())
            Assert.True(Closeness.RelativeToPeak(expected.AsDoubles(), power[frequency].Where((_, sample) => sample % 20 == 0)) < 1e-11);
    }

    [Theory]
    [InlineData(WaveletPadding.Zeros)]
    [InlineData(WaveletPadding.Mirror)]
    [InlineData(WaveletPadding.None)]
    public void Power_is_that_of_the_sum_over_the_padded_waveform(WaveletPadding padding)
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => Math.Sin(i * i * 0.1) + 0.05 * i)];
        var wavelet = MorletWavelets.Wavelet(200, 3, 1000);

        var power = MorletWavelets.Power(values, 1000, [200], [3], padding)[0];

        double Beyond(int i) => padding == WaveletPadding.Mirror ? values[i < 0 ? -i : 78 - i] : 0;
        double At(int i) => i >= 0 && i < 40 ? values[i] : Beyond(i);
        var expected = Enumerable.Range(0, 40).Select(i => Squared(wavelet.Select((weight, k) => weight * At(i + wavelet.Length / 2 - k))));
        Assert.Equal(23, wavelet.Length);
        Assert.True(Closeness.RelativeToPeak(expected, power) < 1e-13);
    }

    [Fact]
    public void A_long_sine_has_a_power_in_proportion_to_its_squared_amplitude_and_the_length_of_the_wavelet()
    {
        double[] sine = [.. Enumerable.Range(0, 4000).Select(i => 3 * Math.Sin(2 * Math.PI * 0.02 * i))];

        var power = MorletWavelets.Power(sine, 1000, [20, 40], [10, 7], WaveletPadding.Zeros);

        // sqrt(pi) sigma amplitude² samples per second, sigma = 10 / (2 pi 20 Hz); cutting the wavelet at 5 sigma costs 1e-6.
        var expected = Math.Sqrt(Math.PI) * (10 / (2 * Math.PI * 20)) * 9 * 1000;
        Assert.Equal(expected, power[0][2000], 1e-5 * expected);
        Assert.True(power[1][2000] < 1e-5 * expected);
    }

    [Theory]
    [InlineData(WaveletPadding.None, "only 200 ms", "below 55.8 Hz")]
    [InlineData(WaveletPadding.Zeros, "only 598 ms", "below 18.7 Hz")]
    public void A_wavelet_longer_than_the_waveform_is_refused_by_its_frequency(WaveletPadding padding, string length, string bound)
    {
        // 7 cycles of 15 Hz reach 371 ms to either side: 5 · 7 / (2 pi 15 Hz). 200 samples hold 100 to either side, 598 hold 299.
        var refused = Assert.Throws<ArgumentException>(() => MorletWavelets.Power(new double[200], 1000, [100, 15], [7], padding));

        Assert.Contains("15 Hz with 7 cycles is 743 ms", refused.Message, StringComparison.Ordinal);
        Assert.Contains(bound, refused.Message, StringComparison.Ordinal);
        Assert.Contains(length, refused.Message, StringComparison.Ordinal);
        var lowest = double.Parse(bound.Split(' ')[1], CultureInfo.InvariantCulture);
        Assert.Single(MorletWavelets.Power(new double[200], 1000, [lowest], [7], padding));
    }

    [Fact]
    public void Frequencies_and_cycles_out_of_range_are_refused()
    {
        static void Refused(ImmutableArray<double> frequencies, ImmutableArray<double> cycles) =>
            Assert.ThrowsAny<ArgumentException>(() => MorletWavelets.Power(new double[1000], 1000, frequencies, cycles, WaveletPadding.Zeros));

        Refused([], [7]);
        Refused([0], [7]);
        Refused([501], [7]);
        Refused([50, 60, 70], [7, 6]);
        Refused([50], []);
        Refused([50], [-1]);
        Assert.Throws<ArgumentException>(() => MorletWavelets.Power([], 1000, [50], [7], WaveletPadding.Zeros));
    }

    private static double Squared(IEnumerable<Complex> terms)
    {
        var sum = terms.Aggregate(Complex.Zero, (total, term) => total + term);
        return sum.Real * sum.Real + sum.Imaginary * sum.Imaginary;
    }
}
