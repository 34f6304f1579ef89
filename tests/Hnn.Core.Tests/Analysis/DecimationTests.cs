using Hnn.Core.Analysis;
using Hnn.Testing;

namespace Hnn.Core.Tests.Analysis;

public class DecimationTests
{
    [Fact]
    public void Noise_is_decimated_as_by_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        foreach (var recorded in ReferenceData.Json("signal/decimate.json").GetProperty("cases").EnumerateArray())
        {
            var values = ReferenceData.Table($"signal/{recorded.GetProperty("input").GetString()}")["x"];

            foreach (var factor in recorded.GetProperty("decim").EnumerateArray())
                values = [.. Decimation.Decimate(values, factor.GetInt32())];

            // The README of the reference data asks for 1e-9 relative; the filter's sums differ in rounding only.
            var (first, last) = (recorded.GetProperty("first").AsDoubles(), recorded.GetProperty("last").AsDoubles());
            Assert.Equal(recorded.GetProperty("n_out").GetInt32(), values.Length);
            Assert.True(Closeness.RelativeToPeak(first, values.Take(first.Length)) < 1e-12);
            Assert.True(Closeness.RelativeToPeak(last, values.TakeLast(last.Length)) < 1e-12);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(13)]
    public void A_slow_sine_keeps_its_phase_and_a_fast_one_vanishes(int factor)
    {
        // Periods of 20 and of 1.5 new samples; the latter would show up as a slow one if it were not filtered.
        var (slow, fast) = (Sine(20 * factor), Sine(1.5 * factor));

        var (keptSlow, keptFast) = (Decimation.Decimate(slow, factor), Decimation.Decimate(fast, factor));

        // The gain of two passes lies between 1 and 10^(-2·0.05/20) = 0.9886 by the filter's design; the middle is free of the ends.
        Assert.True(Closeness.RelativeToPeak(Middle(slow.Where((_, i) => i % factor == 0)), Middle(keptSlow)) < 0.0115);
        Assert.True(Middle(keptFast).Max(Math.Abs) < 1e-3);
    }

    [Fact]
    public void A_constant_is_lowered_by_the_ripples_of_two_passes_up_to_its_ends()
    {
        var kept = Decimation.Decimate([.. Enumerable.Repeat(3.0, 100)], 4);

        // 0.05 dB of each pass.
        Assert.Equal(25, kept.Length);
        Assert.All(kept, value => Assert.Equal(3 * Math.Pow(10, -0.1 / 20), value, 1e-13));
    }

    [Fact]
    public void A_factor_below_two_and_a_short_waveform_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Decimation.Decimate(new double[100], 1));
        Assert.Throws<ArgumentException>(() => Decimation.Decimate(new double[27], 2));
        Assert.Equal(14, Decimation.Decimate(new double[28], 2).Length);
    }

    private static double[] Sine(double period) => [.. Enumerable.Range(0, 4000).Select(i => Math.Sin(2 * Math.PI * i / period))];

    private static IEnumerable<double> Middle(IEnumerable<double> values) => values.Skip(100).SkipLast(100);
}
