using System.Globalization;
using Hnn.Core.Randomness;
using Hnn.Testing;

namespace Hnn.Core.Tests.Randomness;

// Expected numbers: NumPy 1.24.2, default_rng(seed). They must agree bit for bit, so no test has a tolerance.
public class NumPyGeneratorTests
{
    [Fact]
    public void Seed_0_gives_the_first_words_of_the_reference()
    {
        var generator = new NumPyGenerator(0);

        Assert.Equal(11749869230777074271ul, generator.NextUInt64());
        Assert.Equal(4976686463289251617ul, generator.NextUInt64());
    }

    [Fact]
    public void A_32_bit_word_is_the_low_half_then_the_high_half_of_64_bits()
    {
        var (halves, whole) = (new NumPyGenerator(0), new NumPyGenerator(0).NextUInt64());

        Assert.Equal((uint)whole, halves.NextUInt32());
        Assert.Equal((uint)(whole >> 32), halves.NextUInt32());
    }

    [Theory, InlineData(10, 10), InlineData(10, 0), InlineData(20000, 20000), InlineData(1, 1), InlineData(0, 0)]
    public void A_choice_holds_each_number_at_most_once(int population, int count)
    {
        var chosen = new NumPyGenerator(1).ChoiceWithoutReplacement(population, count);

        Assert.Equal(count, chosen.Distinct().Count());
        Assert.All(chosen, number => Assert.InRange(number, 0, population - 1));
    }

    [Theory, InlineData(-1, 0), InlineData(3, -1), InlineData(3, 4)]
    public void More_numbers_than_there_are_cannot_be_chosen(int population, int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new NumPyGenerator(1).ChoiceWithoutReplacement(population, count));
    }

    [Fact]
    public void All_recorded_seeds_give_the_same_words_and_choices()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        foreach (var entry in ReferenceData.Json("drives/rng.json").GetProperty("generator_default_rng").EnumerateArray())
        {
            var seed = entry.GetProperty("seed").GetUInt64();
            var generator = new NumPyGenerator(seed);
            foreach (var word in entry.GetProperty("pcg64_raw_first_6_as_text").AsStrings())
                Assert.Equal(word, generator.NextUInt64().ToString(CultureInfo.InvariantCulture));
            foreach (var choice in entry.GetProperty("choice").EnumerateArray())
            {
                var (population, count) = (choice.GetProperty("n").GetInt32(), choice.GetProperty("k").GetInt32());
                var chosen = new NumPyGenerator(seed).ChoiceWithoutReplacement(population, count);
                Assert.Equal(choice.GetProperty("sum").GetInt64(), chosen.Sum(number => (long)number));
                if (choice.TryGetProperty("values", out var values))
                    Assert.Equal(values.AsDoubles().Order(), chosen.Select(number => (double)number));
            }
        }
    }
}
