using System.Text.Json;
using Hnn.Core.Analysis;
using Hnn.Testing;

namespace Hnn.Core.Tests.Analysis;

public class HammingWindowTests
{
    // The README of the reference data asks for 1e-9 relative; the order of sums leaves about 1e-14.
    private const double Tolerance = 1e-12;

    [Fact]
    public void A_unit_pulse_becomes_the_window()
    {
        // Hamming weights of 3 samples are 0.08, 1, 0.08; their sum is 1.16.
        var smoothed = HammingWindow.Smooth([0, 0, 1, 0, 0], samples: 3);

        Assert.Equal([0, 0.08 / 1.16, 1 / 1.16, 0.08 / 1.16, 0], smoothed, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void A_window_of_an_even_number_of_samples_looks_one_sample_further_back_than_ahead()
    {
        // Hamming weights of 2 samples are 0.08 and 0.08, so each becomes one half.
        var smoothed = HammingWindow.Smooth([2, 4, 8], samples: 2);

        Assert.Equal([1.0, 3.0, 6.0], smoothed, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Theory, InlineData(1, 1), InlineData(40, 1), InlineData(40, 6), InlineData(40, 7), InlineData(41, 40), InlineData(41, 41)]
    public void A_smoothed_sample_is_the_sum_of_its_weighted_neighbours(int count, int samples)
    {
        var values = Draw.Uniform(count, -1, 1, seed: 3);
        double[] window = [.. HammingWindow.Smooth([.. Enumerable.Range(0, 2 * samples + 1).Select(i => i == samples ? 1.0 : 0)], samples).Skip(samples - (samples - 1) / 2).Take(samples)];

        var smoothed = HammingWindow.Smooth(values, samples);

        // The definition, sample by sample, in the order of the samples: the same operations, so the same bits.
        for (var i = 0; i < count; i++)
        {
            var (sum, last) = (0.0, i + (samples - 1) / 2);
            for (var j = Math.Max(0, last - samples + 1); j <= Math.Min(last, count - 1); j++)
                sum += values[j] * window[last - j];
            Assert.Equal(sum, smoothed[i]);
        }
    }

    [Theory]
    [InlineData(2.5, 1000, 2)]
    [InlineData(3.5, 1000, 4)]
    [InlineData(30, 40000, 1200)]
    public void Half_a_sample_is_rounded_to_the_even_number(double window, double samplingRate, int samples) =>
        Assert.Equal(samples, HammingWindow.SamplesFor(window, samplingRate, available: 10_000));

    [Theory]
    [InlineData(-1, 1000)]
    [InlineData(0, 1000)]
    [InlineData(0.5, 1000)]
    [InlineData(double.NaN, 1000)]
    [InlineData(2000, 1000)]
    [InlineData(double.PositiveInfinity, 1000)]
    [InlineData(1, 100)]
    public void A_window_without_a_sample_or_longer_than_the_waveform_is_refused(double window, double samplingRate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HammingWindow.SamplesFor(window, samplingRate, available: 1000));

    [Fact]
    public void Noise_is_smoothed_as_by_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var recorded in ReferenceData.Json("signal/smooth_noise.json").GetProperty("cases").EnumerateArray())
        {
            var values = ReferenceData.Table($"signal/{recorded.GetProperty("input").GetString()}")["x"];
            var samples = HammingWindow.SamplesFor(recorded.GetProperty("window_len").GetDouble(), recorded.GetProperty("sfreq").GetDouble(), values.Length);

            var smoothed = HammingWindow.Smooth(values, samples);

            Assert.Equal(recorded.GetProperty("window_samples").GetInt32(), samples);
            AssertLikeRecorded(recorded, smoothed);
        }
    }

    private static void AssertLikeRecorded(JsonElement recorded, IReadOnlyList<double> smoothed)
    {
        var (first, last) = (recorded.GetProperty("first").AsDoubles(), recorded.GetProperty("last").AsDoubles());
        Assert.True(Closeness.RelativeToPeak(first, smoothed.Take(first.Length)) < Tolerance);
        Assert.True(Closeness.RelativeToPeak(last, smoothed.TakeLast(last.Length)) < Tolerance);
        Assert.Equal(recorded.GetProperty("sum").GetDouble(), smoothed.Sum(), 1e-9 * Math.Abs(smoothed.Sum()));
    }
}
