using System.Text.Json;
using Hnn.Core.Randomness;
using Hnn.Testing;

namespace Hnn.Core.Tests.Randomness;

// Expected numbers: NumPy 1.24.2, RandomState(seed). They must agree bit for bit, so no test has a tolerance.
public class NumPyLegacyRandomTests
{
    [Fact]
    public void Seed_0_gives_the_first_numbers_of_the_reference()
    {
        Assert.Equal([2357136044u, 2546248239u, 3071714933u], Take(3, 0, random => random.NextUInt32()));
        Assert.Equal([0.5488135039273248, 0.7151893663724195, 0.6027633760716439], Take(3, 0, random => random.NextDouble()));
        Assert.Equal([30.96720929454013, 27.59838830466704, 29.027482820741177], Take(3, 0, random => random.Normal(26.61, 2.47)));
        Assert.Equal([5.684817915450785, 8.970934021184556], Take(2, 0, random => random.Exponential(1.0 / 140) * 1000));
    }

    [Fact]
    public void A_standard_deviation_of_0_gives_the_mean()
    {
        Assert.Equal([25.0, 25.0, 25.0], Take(3, 7, random => random.Normal(25, 0)));
    }

    [Fact]
    public void A_normal_number_keeps_its_partner_for_the_next_call_even_if_others_are_drawn_between()
    {
        var random = new NumPyLegacyRandom(0);

        double[] drawn = [random.NextGaussian(), random.NextDouble(), random.NextGaussian()];

        Assert.Equal([1.764052345967664, 0.6027633760716439, 0.4001572083672233], drawn);
    }

    [Fact]
    public void All_recorded_seeds_give_the_same_bits()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        foreach (var entry in ReferenceData.Json("drives/rng.json").GetProperty("legacy_RandomState").EnumerateArray())
        {
            var seed = entry.GetProperty("seed").GetUInt32();
            Assert.Equal(Integers(entry, "raw_uint32_first_8"), Take(8, seed, random => random.NextUInt32()));
            Assert.Equal(Integers(entry, "raw_uint32_index_620_to_630"), Take(631, seed, random => random.NextUInt32())[620..]);
            AssertUniform(entry.GetProperty("random_sample_2000"), Take(2000, seed, random => random.NextDouble()));
            AssertDrawn(entry, "normal_scalar_calls_mu26.61_sigma2.47", seed, random => random.Normal(26.61, 2.47));
            AssertDrawn(entry, "normal_size5_mu63.53_sigma3.85", seed, random => random.Normal(63.53, 3.85));
            AssertDrawn(entry, "normal_size50_mu100_sigma20", seed, random => random.Normal(100, 20));
            AssertDrawn(entry, "normal_size3_mu25_sigma0", seed, random => random.Normal(25, 0));
            AssertDrawn(entry, "exponential_scale_1_over_140_times_1000", seed, random => random.Exponential(1.0 / 140) * 1000);
            AssertDrawn(entry, "exponential_scale_1_over_10_times_1000", seed, random => random.Exponential(1.0 / 10) * 1000);
        }
    }

    private static void AssertUniform(JsonElement expected, double[] actual)
    {
        Assert.Equal(expected.GetProperty("value").AsDoubles(), expected.GetProperty("index").EnumerateArray().Select(i => actual[i.GetInt32()]));
    }

    private static void AssertDrawn(JsonElement entry, string name, uint seed, Func<NumPyLegacyRandom, double> draw)
    {
        var expected = entry.GetProperty(name).AsDoubles();
        Assert.Equal(expected, Take(expected.Length, seed, draw));
    }

    private static uint[] Integers(JsonElement entry, string name) => [.. entry.GetProperty(name).EnumerateArray().Select(value => value.GetUInt32())];

    private static T[] Take<T>(int count, uint seed, Func<NumPyLegacyRandom, T> draw)
    {
        var random = new NumPyLegacyRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => draw(random))];
    }
}
