using System.Globalization;
using Hnn.Core.Analysis;
using Hnn.Testing;

namespace Hnn.Core.Tests.Analysis;

public class PeriodogramTests
{
    // The README of the reference data asks for 1e-8 of spectra; the transforms differ in rounding only.
    private const double Tolerance = 1e-10;

    [Fact]
    public void Spectra_of_noise_agree_with_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var recorded in ReferenceData.Json("signal/psd.json").GetProperty("noise").EnumerateArray())
        {
            var table = ReferenceData.Table($"signal/{recorded.GetProperty("input").GetString()}");

            var spectrum = Periodogram.Of(table[table.Columns[^1]], recorded.GetProperty("sfreq").GetDouble());

            AssertAgree(recorded.GetProperty("freqs_first").AsDoubles(), spectrum.Frequencies.Take(20));
            AssertAgree(recorded.GetProperty("psd_first").AsDoubles(), spectrum.Density.Take(20));
            AssertAgree(recorded.GetProperty("freqs_last").AsDoubles(), spectrum.Frequencies.TakeLast(5));
            AssertAgree(recorded.GetProperty("psd_last").AsDoubles(), spectrum.Density.TakeLast(5));
            AssertAgree([recorded.GetProperty("sum").GetDouble()], [spectrum.Density.Sum()]);
        }
    }

    [Fact]
    public void The_area_under_the_spectrum_of_a_sine_is_its_mean_square()
    {
        var sine = Enumerable.Range(0, 1000).Select(i => 3 * Math.Sin(2 * Math.PI * 0.05 * i)).ToArray();

        var spectrum = Periodogram.Of(sine, samplingRate: 1000);

        Assert.Equal(4.5, spectrum.Density.Sum() * spectrum.Frequencies[1], 1e-12);
        Assert.Equal(50, spectrum.Frequencies[spectrum.Density.IndexOf(spectrum.Density.Max())]);
        Assert.Equal(1, spectrum.RelativePower(49, 51), 1e-12);
    }

    [Fact]
    public void A_waveform_without_samples_has_no_spectrum()
    {
        Assert.Throws<ArgumentException>(() => Periodogram.Of([], 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Periodogram.Of([1, 2], 0));
        Assert.True(double.IsNaN(Periodogram.Of([1, 1, 1], 1000).RelativePower(0, 500)));
    }

    private static void AssertAgree(double[] expected, IEnumerable<double> actual) =>
        Assert.True(Closeness.RelativeToPeak(expected, actual) < Tolerance, string.Join(", ", expected.Select(value => value.ToString(CultureInfo.InvariantCulture)).Take(3)));
}
