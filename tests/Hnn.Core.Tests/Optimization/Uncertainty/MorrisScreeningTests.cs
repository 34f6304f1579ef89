using System.Collections.Immutable;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class MorrisScreeningTests
{
    [Fact]
    public void Effects_on_a_linear_loss_are_its_slopes_and_do_not_scatter()
    {
        var effects = Estimate(Evaluators.OfLoss(x => 2 * x[0] - 3 * x[1] + 10), ["a", "b", "c"]).Effects;

        // Differences of numbers near 10 over a step of 2/3: rounding errors stay below 1e-14.
        Assert.All(effects.Zip([2.0, -3.0, 0.0]), pair => Assert.Equal(pair.Second, pair.First.Mu, tolerance: 1e-13));
        Assert.All(effects.Zip([2.0, 3.0, 0.0]), pair => Assert.Equal(pair.Second, pair.First.MuStar, tolerance: 1e-13));
        Assert.All(effects, effect => Assert.Equal(0, effect.Sigma, tolerance: 1e-13));
    }

    // x² over the step of 2/3 from 0 gives an effect of 2/3, from 1/3 one of 4/3. If a share q is 4/3, the mean is 2/3 (1 + q)
    // and the variance 4/9 q (1 - q) n / (n - 1).
    [Fact]
    public void Effects_on_a_square_scatter_as_worked_by_hand()
    {
        var effect = Estimate(Evaluators.OfLoss(x => x[0] * x[0]), ["a"], new() { Trajectories = 100 }).Effects[0];

        var share = effect.Mu / (2 / 3.0) - 1;
        Assert.Equal(0.5, share, tolerance: 0.2); // four standard deviations of a share of 100
        Assert.Equal(Math.Sqrt(4 / 9.0 * share * (1 - share) * 100 / 99), effect.Sigma, tolerance: 1e-12);
    }

    // Worked by hand from the four levels -π, -π/3, π/3, π: mu* is 1.2990 (1 + 0.05 (π⁴ + (π/3)⁴)) = 7.704, 5.25 · 3/2 = 7.875
    // and 0.1 (π⁴ - (π/3)⁴) · 3/2 · √3/4 = 6.249; sigma of x2 shows that it acts in both directions.
    [Fact]
    public void Ishigamis_function_has_the_effects_worked_by_hand()
    {
        var effects = Estimate(Evaluators.OfLoss(Evaluators.Ishigami), ["x1", "x2", "x3"], new() { Trajectories = 2000 }).Effects;

        // Effects of x1 are 1.46 or 13.95, absolute ones of x3 0 or 12.5: standard deviations of 6.25, standard errors of 0.14, of which three are 0.42.
        Assert.Equal(7.704, effects[0].MuStar, tolerance: 0.42);
        Assert.Equal(7.875, effects[1].MuStar, tolerance: 1e-9);
        Assert.Equal(6.249, effects[2].MuStar, tolerance: 0.42);
        Assert.Equal(7.875, effects[1].Sigma, tolerance: 0.1);
        Assert.Equal(effects[0].Mu, effects[0].MuStar);
    }

    [Fact]
    public void Steps_to_a_failed_evaluation_are_left_out()
    {
        var effects = Estimate(Evaluators.OfLoss(x => x[0] == 1 ? double.PositiveInfinity : x[0]), ["a", "b"]).Effects;

        Assert.InRange(effects[0].Count, 1, 19);
        Assert.Equal(1, effects[0].MuStar, tolerance: 1e-14);
    }

    [Fact]
    public void An_odd_number_of_levels_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate(Evaluators.OfLoss(x => x[0]), ["a"], new() { Levels = 5 }));

    [Fact]
    public void The_table_begins_with_the_parameter_that_matters_most() =>
        Assert.Equal(
            "Morris' elementary effects on the loss, per whole range, from 7 evaluations\nparameter  mu*  mu  sigma  effects\nb            3  -3      1       10\na            2   2      0       10\n",
            new MorrisScreening([new("a", 2, 2, 0, 10), new("b", -3, 3, 1, 10)], 7).ToText());

    private static MorrisScreening Estimate(PointEvaluator evaluator, ImmutableArray<string> names, MorrisOptions? options = null) =>
        MorrisScreening.Estimate(evaluator, names, options, cancellation: TestContext.Current.CancellationToken);
}
