using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class AbcSmcTests
{
    private static readonly ImmutableArray<string> Two = ["a", "b"];

    // Two statistics are observed, s1 = a + b and s2 = a - b, each with normal noise of standard deviation 0.1, at 1.0 and 0.1. The posterior is
    // normal with mean (0.55, 0.45), standard deviation 0.1 / √2, no correlation. What ABC accepts is noise plus a uniform disc of the tolerance's
    // radius, of variance tolerance² / 4 in each statistic, so the posterior's variance is (0.01 + tolerance² / 4) / 2.
    [Fact]
    public void The_posterior_of_a_linear_model_with_Gaussian_noise_is_the_analytic_one()
    {
        var posterior = Sample(Noisy(0.1), Two, new() { Particles = 1000, Budget = 30_000, SmallestAcceptance = 0 });

        var tolerance = posterior.Tolerances[^1];
        var deviation = Math.Sqrt((0.01 + tolerance * tolerance / 4) / 2);
        var error = deviation / Math.Sqrt(posterior.EffectiveSampleSize);
        Assert.True(tolerance < 0.15, $"tolerance {tolerance}");
        Assert.Equal(0.55, posterior.Mean("a"), tolerance: 4 * error);
        Assert.Equal(0.45, posterior.Mean("b"), tolerance: 4 * error);
        Assert.Equal(deviation, posterior.StandardDeviation("a"), tolerance: 4 * error / Math.Sqrt(2));
        Assert.Equal(deviation, posterior.StandardDeviation("b"), tolerance: 4 * error / Math.Sqrt(2));
        Assert.Equal(0, posterior.Pair("a", "b").Correlation, tolerance: 4 / Math.Sqrt(posterior.EffectiveSampleSize));
    }

    // Without noise, and at the corner of the cube, the posterior is uniform where a + b is below the tolerance: a triangle, whose
    // coordinates have the mean tolerance / 3 and the standard deviation tolerance / √18.
    [Fact]
    public void Weights_are_right_at_the_faces_of_the_cube()
    {
        var posterior = Sample(Evaluators.OfLoss(x => x[0] + x[1]), Two, new() { Particles = 2000, TargetTolerance = 0.3, Budget = 100_000 });

        var error = 0.3 / Math.Sqrt(18) / Math.Sqrt(posterior.EffectiveSampleSize);
        Assert.Equal(AbcStop.TargetTolerance, posterior.Stop);
        Assert.Equal(0.1, posterior.Mean("a"), tolerance: 4 * error);
        Assert.Equal(0.1, posterior.Mean("b"), tolerance: 4 * error);
        Assert.Equal(0.3 / Math.Sqrt(18), posterior.StandardDeviation("a"), tolerance: 4 * error);
    }

    [Fact]
    public void A_parameter_without_influence_keeps_its_uniform_prior()
    {
        var posterior = Sample(Evaluators.OfLoss(x => Math.Abs(x[0] - 0.3)), Two, new() { Particles = 1000, TargetTolerance = 0.02 });

        // Standard errors of a uniform distribution's quartiles are √3/4 / √n.
        var error = Math.Sqrt(3) / 4 / Math.Sqrt(posterior.EffectiveSampleSize);
        Assert.All(posterior.Quantile("b", 0.25, 0.5, 0.75).Zip([0.25, 0.5, 0.75]), pair => Assert.Equal(pair.Second, pair.First, tolerance: 4 * error));
        Assert.All(posterior.Particles, particle => Assert.InRange(particle.Value.Point[0], 0.28, 0.32));
    }

    [Fact]
    public void Tolerances_fall_weights_sum_to_one_and_the_budget_is_kept()
    {
        var posterior = Sample(Noisy(0.1), Two, new() { Particles = 100, Budget = 1500, SmallestAcceptance = 0 });

        Assert.Equal(posterior.Tolerances.OrderDescending(), posterior.Tolerances);
        Assert.All(posterior.Particles, particle => Assert.True(particle.Value.Loss <= posterior.Tolerances[^1]));
        Assert.Equal(1, posterior.Particles.Sum(particle => particle.Weight), tolerance: 1e-12);
        Assert.InRange(posterior.EffectiveSampleSize, 1, 100);
        Assert.Equal((100, 1500, AbcStop.Budget), (posterior.Particles.Length, posterior.Evaluations, posterior.Stop));
    }

    [Fact]
    public void The_seed_decides_on_every_particle()
    {
        ImmutableArray<double> First(ulong seed) => Sample(Noisy(0.1), Two, new() { Particles = 50, Budget = 500, Seed = seed }).Particles[0].Value.Point;

        Assert.Equal(First(1), First(1));
        Assert.NotEqual(First(1), First(2));
    }

    [Fact]
    public void Cancelled_it_returns_the_last_complete_population()
    {
        using var source = new CancellationTokenSource();
        var evaluations = 0;
        PointEvaluator evaluator = (points, _) =>
        {
            evaluations += points.Count;
            if (evaluations > 400)
                source.Cancel();
            return [.. points.Select(point => new PointValue(point, point[0], []))];
        };

        var posterior = AbcSmc.Sample(evaluator, Two, new() { Particles = 100 }, cancellation: source.Token);

        Assert.Equal((AbcStop.Canceled, 100), (posterior.Stop, posterior.Particles.Length));
        Assert.True(posterior.Tolerances.Length > 1);
        Assert.Equal(evaluations, posterior.Evaluations);
    }

    [Fact]
    public void With_too_small_a_budget_it_returns_what_the_prior_has_given()
    {
        var posterior = Sample(Noisy(0.1), Two, new() { Budget = 40 });

        Assert.Equal((AbcStop.Budget, 40, 40), (posterior.Stop, posterior.Particles.Length, posterior.Evaluations));
        Assert.Empty(posterior.Tolerances);
        Assert.Equal(40, posterior.EffectiveSampleSize, tolerance: 1e-9);
    }

    [Fact]
    public void Where_everything_fails_it_ends_without_particles()
    {
        var posterior = Sample(Evaluators.OfLoss(_ => double.PositiveInfinity), Two);

        Assert.Equal(AbcStop.Acceptance, posterior.Stop);
        Assert.Empty(posterior.Particles);
        Assert.Throws<ArgumentException>(() => posterior.Draw(1));
        Assert.StartsWith("Posterior (ABC-SMC): 0 particles", posterior.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_losses_end_it() =>
        Assert.Equal(AbcStop.EqualLosses, Sample(Evaluators.OfLoss(_ => 1), Two, new() { Particles = 50 }).Stop);

    // The distance of two noisy statistics of a and b from those observed.
    private static PointEvaluator Noisy(double deviation)
    {
        var random = new SolverRandom(11);
        return Evaluators.OfLoss(x =>
        {
            var sum = x[0] + x[1] + deviation * random.NextNormal() - 1.0;
            var difference = x[0] - x[1] + deviation * random.NextNormal() - 0.1;
            return Math.Sqrt(sum * sum + difference * difference);
        });
    }

    private static AbcPosterior Sample(PointEvaluator evaluator, ImmutableArray<string> names, AbcOptions? options = null) =>
        AbcSmc.Sample(evaluator, names, options, cancellation: TestContext.Current.CancellationToken);
}
