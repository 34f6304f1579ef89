using Hnn.Core.Analysis;
using Hnn.Testing;

namespace Hnn.Core.Tests.Analysis;

public class FourierResamplingTests
{
    [Theory]
    [InlineData(12, 30)]
    [InlineData(30, 12)]
    [InlineData(17, 40)]
    [InlineData(40, 17)]
    [InlineData(2001, 105)]
    [InlineData(2001, 1001)]
    [InlineData(1001, 2002)]
    [InlineData(1000, 2001)]
    public void A_slow_wave_keeps_its_shape(int before, int after)
    {
        var resampled = FourierResampling.Resample(Wave(before), after);

        // Sums of the few lowest frequencies are exact to some 1e-15; MathNet's transform of 1000 samples that are no power of two to 6e-13.
        Assert.Equal(0, Closeness.RelativeToPeak(Wave(after), resampled), Math.Min(before, after) < 500 ? 1e-14 : 1e-12);
    }

    [Fact]
    public void The_fastest_wave_of_an_even_length_is_shared_between_both_signs()
    {
        // +1 -1 +1 -1 is cos(2 pi 2 n / 4); at 8 samples it is cos(pi n / 2).
        var resampled = FourierResampling.Resample([1, -1, 1, -1], 8);

        Assert.Equal([1, 0, -1, 0, 1, 0, -1, 0], resampled, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void Noise_is_resampled_as_by_scipy()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var recorded in ReferenceData.Json("signal/resample.json").GetProperty("cases").EnumerateArray())
        {
            var values = ReferenceData.Table($"signal/{recorded.GetProperty("input").GetString()}")["x"];

            var resampled = FourierResampling.Resample(values, recorded.GetProperty("num").GetInt32());

            // The README of the reference data asks for 1e-8 relative; both are exact to about 1e-13.
            var (first, last) = (recorded.GetProperty("first").AsDoubles(), recorded.GetProperty("last").AsDoubles());
            Assert.True(Closeness.RelativeToPeak(first, resampled.Take(first.Length)) < 1e-11);
            Assert.True(Closeness.RelativeToPeak(last, resampled.TakeLast(last.Length)) < 1e-11);
            Assert.Equal(recorded.GetProperty("sum").GetDouble(), resampled.Sum(), 1e-11 * Math.Abs(resampled.Sum()));
        }
    }

    private static double[] Wave(int samples) =>
        [.. Enumerable.Range(0, samples).Select(i => 2 * Math.PI * i / samples).Select(x => 1 + Math.Cos(x) - 0.5 * Math.Sin(3 * x))];
}
