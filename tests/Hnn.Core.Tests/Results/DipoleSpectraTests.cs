using System.Text.Json;
using Hnn.Core.Analysis;
using Hnn.Core.Results;
using Hnn.Core.Tests.Optimization.Objectives;
using Hnn.Testing;

namespace Hnn.Core.Tests.Results;

public class DipoleSpectraTests
{
    // The README of the reference data asks for 1e-8 of spectra; the transforms differ in rounding only.
    private const double Tolerance = 1e-10;

    [Fact]
    public void Spectra_of_simulations_agree_with_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var recorded in ReferenceData.Json("signal/psd.json").GetProperty("simulations").EnumerateArray())
        {
            var dipole = ObjectiveInputs.Recorded(recorded.GetProperty("sim").GetString()!);

            var spectrum = dipole.Psd(
                recorded.GetProperty("tmin").AsOptionalDouble(), recorded.GetProperty("tmax").AsOptionalDouble(), recorded.GetProperty("layer").GetString()!);

            var density = recorded.GetProperty("psd_up_to_400").AsDoubles();
            Assert.Equal(recorded.GetProperty("n_freqs").GetInt32(), spectrum.Frequencies.Length);
            Assert.True(Closeness.RelativeToPeak(recorded.GetProperty("freqs_up_to_400").AsDoubles(), spectrum.Frequencies.Take(density.Length)) < Tolerance);
            Assert.True(Closeness.RelativeToPeak(density, spectrum.Density.Take(density.Length)) < Tolerance);
            Assert.True(Closeness.RelativeToPeak([recorded.GetProperty("psd_sum").GetDouble()], [spectrum.Density.Sum()]) < Tolerance);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Power_over_time_agrees_with_the_reference(int simulation)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json("signal/morlet.json").GetProperty("simulations")[simulation];

        var result = ObjectiveInputs.Recorded(recorded.GetProperty("sim").GetString()!)
            .TimeFrequency([.. recorded.GetProperty("freqs").AsDoubles()], OptionsOf(recorded));

        var samples = recorded.GetProperty("sample_index").EnumerateArray().Select(index => index.GetInt32()).ToArray();
        Assert.Equal(recorded.GetProperty("n_times").GetInt32(), result.Times.Length);
        Assert.Equal(recorded.GetProperty("times").AsDoubles(), samples.Select(sample => result.Times[sample]));
        Assert.Equal(recorded.GetProperty("power").GetArrayLength(), result.Power.Length);
        foreach (var (frequency, expected) in recorded.GetProperty("power").EnumerateArray().Index())
            Assert.True(Closeness.RelativeToPeak(expected.AsDoubles(), samples.Select(sample => result.Power[frequency][sample])) < Tolerance);
        Assert.True(Closeness.RelativeToPeak(recorded.GetProperty("power_sum_per_freq").AsDoubles(), result.Power.Select(power => power.Sum())) < Tolerance);
    }

    [Fact]
    public void A_window_is_half_open_and_holds_two_samples_or_more()
    {
        var dipole = ObjectiveInputs.Sampled(101, time => Math.Sin(time));

        // 20 samples of 1 ms make steps of 50 Hz, all but the last of 101 samples steps of 10 Hz.
        Assert.Equal(50, dipole.Psd(start: 10, stop: 30).Frequencies[1], 1e-12);
        Assert.Equal(10, dipole.Psd().Frequencies[1], 1e-12);
        Assert.Equal([10.0, 11], dipole.TimeFrequency([200], new() { Start = 10, Stop = 30 }).Times[..2]);
        Assert.Contains("from 200 to", Assert.Throws<ArgumentException>(() => dipole.Psd(start: 200)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => dipole.Psd(start: 10, stop: 11));
        Assert.Throws<KeyNotFoundException>(() => dipole.Psd(layer: "L2"));
    }

    private static TimeFrequencyOptions OptionsOf(JsonElement recorded)
    {
        var (cycles, factors) = (recorded.GetProperty("n_cycles"), recorded.GetProperty("decim"));
        return new TimeFrequencyOptions
        {
            Cycles = cycles.ValueKind == JsonValueKind.Array ? [.. cycles.AsDoubles()] : [cycles.GetDouble()],
            Start = recorded.GetProperty("tmin").AsOptionalDouble(),
            Stop = recorded.GetProperty("tmax").AsOptionalDouble(),
            Decimation = factors.ValueKind == JsonValueKind.Array ? [.. factors.EnumerateArray().Select(factor => factor.GetInt32())] : [],
            Padding = recorded.GetProperty("padding").GetString() switch
            {
                "zeros" => WaveletPadding.Zeros,
                "mirror" => WaveletPadding.Mirror,
                _ => WaveletPadding.None,
            },
        };
    }
}
