using System.Collections.Immutable;
using Hnn.Core.Results;
using Hnn.Core.Tests.Optimization.Objectives;
using Hnn.Testing;

namespace Hnn.Core.Tests.Results;

public class DipoleExtensionsTests
{
    [Fact]
    public void An_average_is_the_mean_of_each_layer_and_knows_how_many_trials_it_has()
    {
        var average = new[] { new Dipole([0, 1], [2, 4]), new Dipole([0, 1], [4, 8]) }.Average();

        Assert.Equal([3.0, 6.0], average["agg"]);
        Assert.Equal(2, average.TrialCount);
    }

    [Fact]
    public void Dipoles_that_do_not_belong_together_are_not_averaged()
    {
        var dipole = new Dipole([0, 1], [2, 4]);
        var average = new[] { dipole, dipole }.Average();

        Assert.Throws<ArgumentException>(() => Array.Empty<Dipole>().Average());
        Assert.Throws<ArgumentException>(() => new[] { dipole, dipole.Scaled(2) }.Average());
        Assert.Throws<ArgumentException>(() => new[] { dipole, average }.Average());
        Assert.Throws<ArgumentException>(() => new[] { dipole, new Dipole([0, 2], [2, 4]) }.Average());
    }

    [Fact]
    public void Spectra_and_power_over_time_are_those_of_the_trials_averaged_not_those_of_the_average()
    {
        // A sine and its opposite cancel in the average; in the reference the last trial, here the zeros, is all that is shown.
        var sine = ObjectiveInputs.Sampled(200, time => Math.Sin(2 * Math.PI * time / 20));
        var trials = new[] { sine, sine, new Dipole(sine.Times, [.. new double[200]]) };
        Dipole[] opposed = [sine, new Dipole(sine.Times, [.. sine["agg"].Select(value => -value)])];

        Assert.Equal(sine.Psd().Density, opposed.Psd().Density, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(sine.Psd().Density.Select(density => density * 2 / 3), trials.Psd().Density, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(
            sine.TimeFrequency([50, 80]).Power[1].Select(power => power * 2 / 3), trials.TimeFrequency([50, 80]).Power[1], (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(0, opposed.Average().Psd().Density.Sum());
    }

    [Fact]
    public void Spectra_of_dipoles_that_differ_are_not_averaged()
    {
        var dipole = ObjectiveInputs.Sampled(200, Math.Sin);

        Assert.Throws<ArgumentException>(() => Array.Empty<Dipole>().Psd());
        Assert.Throws<ArgumentException>(() => new[] { dipole, dipole.Scaled(2) }.Psd());
        Assert.Throws<ArgumentException>(() => new[] { dipole, ObjectiveInputs.Sampled(100, Math.Sin) }.TimeFrequency([50]));
    }

    [Fact]
    public void Three_trials_average_to_the_bits_of_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Table("signal/average_small_trials3.csv.gz");

        var average = Enumerable.Range(0, 3).Select(Trial).Average();

        Assert.All(average.Layers, layer => Assert.Equal(recorded[layer], recorded.Integers("index").Select(index => average[layer][index])));
    }

    [Fact]
    public void Scaling_gives_the_numbers_of_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var recorded = ReferenceData.Json("signal/meta.json").GetProperty("scale");

        var scaled = recorded.GetProperty("factors").AsDoubles().Aggregate(Trial(0), (dipole, factor) => dipole.Scaled(factor));

        Assert.Equal(recorded.GetProperty("scale_applied").GetDouble(), scaled.ScaleApplied);
        Assert.Equal(recorded.GetProperty("agg_at_1000").GetDouble(), scaled["agg"][1000]);
        Assert.Equal(recorded.GetProperty("L5_at_4321").GetDouble(), scaled["L5"][4321]);
    }

    private static Dipole Trial(int trial)
    {
        var table = ReferenceData.Table($"sims/small_trials3/dipole_trial{trial}.csv.gz");
        return new Dipole([.. table["time"]], table.Columns.Skip(1).Select(layer => KeyValuePair.Create(layer, table[layer].ToImmutableArray())));
    }
}
