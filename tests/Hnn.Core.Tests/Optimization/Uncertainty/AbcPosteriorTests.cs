using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class AbcPosteriorTests
{
    private static readonly AbcPosterior Posterior = new()
    {
        Names = ["a", "b"],
        Particles = [new(new PointValue([0.2, 0.8], 1, [3]), 0.5), new(new PointValue([0.4, 0.4], 2, [5]), 0.25), new(new PointValue([0.8, 0.2], 3, [9]), 0.25)],
        Tolerances = [9, 3],
        Evaluations = 60,
        Stop = AbcStop.Budget,
    };

    [Fact]
    public void Moments_are_weighted()
    {
        Assert.Equal(0.4, Posterior.Mean("a"), 12);
        Assert.Equal(Math.Sqrt(0.5 * 0.04 + 0.25 * 0.16), Posterior.StandardDeviation("a"), 12);
        Assert.Equal(1 / 0.375, Posterior.EffectiveSampleSize, 12);
    }

    // Means 0.4 and 0.55; products of the deviations: 0.5 · (-0.2 · 0.25) + 0 + 0.25 · (0.4 · -0.35) = -0.06; variances 0.06 and 0.0675.
    [Fact]
    public void A_pair_has_its_correlation() =>
        Assert.Equal(-0.06 / Math.Sqrt(0.06 * 0.0675), Posterior.Pair("a", "b").Correlation, 12);

    [Fact]
    public void Draws_come_as_often_as_their_weight()
    {
        var draws = Posterior.Draw(10_000);

        // Four standard deviations of a share of one half.
        Assert.Equal(0.5, draws.Count(draw => draw.Loss == 1) / 10_000.0, tolerance: 0.02);
        Assert.Equal(0.25, draws.Count(draw => draw.Loss == 3) / 10_000.0, tolerance: 0.02);
    }

    // Middles of the shares: 0.25, 0.625, 0.875; the median is two thirds of the way from the first to the second.
    [Fact]
    public void A_band_is_weighted() =>
        Assert.Equal(3 + 2 * 2 / 3.0, Posterior.Band(value => value.Residuals).Median[0], 12);

    // Of b, 0.2, 0.4 and 0.8 stand at 0.125, 0.375 and 0.75 of the weight.
    [Fact]
    public void The_table_speaks_in_natural_values() =>
        Assert.Equal(
            """
            Posterior (ABC-SMC): 3 particles, effective 2.667; tolerance 3 after 2 populations, 60 evaluations; ended by Budget
            parameter  2.5 %  25 %  median  75 %  97.5 %
            a             20    20   33.33    60      80
            b             20    30   53.33    80      80

            """,
            Posterior.ToText((_, u) => 100 * u));
}
