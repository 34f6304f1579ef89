using Hnn.Core.Analysis;
using Hnn.Testing;

namespace Hnn.Core.Tests.Analysis;

public class SavitzkyGolayTests
{
    [Theory]
    [InlineData(40, 11)]
    [InlineData(6801, 4001)]
    public void A_polynomial_of_fifth_order_is_left_as_it_is_also_at_the_ends(int count, int samples)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(i => 2.0 * i / count - 1).Select(x => 3 - x + 2 * x * x - x * x * x + Math.Pow(x, 4) - 5 * Math.Pow(x, 5))];

        var smoothed = SavitzkyGolay.Smooth(values, samples);

        // A projection onto orthonormal polynomials leaves round-off only.
        Assert.True(Closeness.RelativeToPeak(values, smoothed) < 1e-13);
    }

    [Fact]
    public void A_unit_pulse_is_weighted_as_in_the_published_table()
    {
        // Savitzky and Golay (1964), quintic over 9 points: 15, -55, 30, 135, 179, … over 429.
        double[] pulse = [.. Enumerable.Range(0, 17).Select(i => i == 8 ? 1.0 : 0.0)];

        var smoothed = SavitzkyGolay.Smooth(pulse, samples: 9);

        Assert.Equal([15, -55, 30, 135, 179, 135, 30, -55, 15], smoothed[4..13].Select(value => Math.Round(value * 429, 9)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(400)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_cutoff_without_a_usable_window_is_refused(double cutoff) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SavitzkyGolay.SamplesFor(cutoff, samplingRate: 1000, available: 900));

    [Fact]
    public void Noise_is_smoothed_as_by_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var recorded in ReferenceData.Json("signal/savgol_noise.json").EnumerateArray())
        {
            var values = ReferenceData.Table($"signal/{recorded.GetProperty("input").GetString()}")["x"];
            var samples = SavitzkyGolay.SamplesFor(recorded.GetProperty("h_freq").GetDouble(), recorded.GetProperty("sfreq").GetDouble(), values.Length);

            var smoothed = SavitzkyGolay.Smooth(values, samples);

            // 1e-9 relative is what the recorded data are good for: their polynomial fits are less well conditioned.
            var (first, last) = (recorded.GetProperty("first").AsDoubles(), recorded.GetProperty("last").AsDoubles());
            Assert.Equal(recorded.GetProperty("window_length").GetInt32(), samples);
            Assert.True(Closeness.RelativeToPeak(first, smoothed.Take(first.Length)) < 1e-9);
            Assert.True(Closeness.RelativeToPeak(last, smoothed.TakeLast(last.Length)) < 1e-9);
            Assert.Equal(recorded.GetProperty("sum").GetDouble(), smoothed.Sum(), 1e-9 * Math.Abs(smoothed.Sum()));
        }
    }
}
