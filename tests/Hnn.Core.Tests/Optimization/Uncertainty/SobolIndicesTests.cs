using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class SobolIndicesTests
{
    private static readonly ImmutableArray<string> Three = ["x1", "x2", "x3"];

    // Exact values: A. Saltelli et al., Global Sensitivity Analysis (2008), from the integrals of Ishigami and Homma (1990).
    // Standard errors at 8,192 independent samples are below 0.015; 0.04 is more than two and a half of them.
    [Fact]
    public void Ishigamis_function_has_its_analytic_indices()
    {
        var indices = Estimate(Evaluators.OfLoss(Evaluators.Ishigami), Three, new() { Samples = 8192, Resamples = 100 });

        Assert.All(indices.Loss.Zip([0.3139, 0.4424, 0]), pair => Assert.Equal(pair.Second, pair.First.First.Value, tolerance: 0.04));
        Assert.All(indices.Loss.Zip([0.5576, 0.4424, 0.2437]), pair => Assert.Equal(pair.Second, pair.First.Total.Value, tolerance: 0.04));
        Assert.Equal(8192 * 5, indices.Evaluations);
    }

    // Six intervals of 99 % each: that one of them misses has a probability below 6 %, and the seed is fixed.
    [Fact]
    public void The_limits_enclose_the_analytic_indices()
    {
        var indices = Estimate(Evaluators.OfLoss(Evaluators.Ishigami), Three, new() { Samples = 1024, Confidence = 0.99 });

        Assert.All(indices.Loss.Zip([0.3139, 0.4424, 0]), pair => Assert.InRange(pair.Second, pair.First.First.Low, pair.First.First.High));
        Assert.All(indices.Loss.Zip([0.5576, 0.4424, 0.2437]), pair => Assert.InRange(pair.Second, pair.First.Total.Low, pair.First.Total.High));
    }

    // Errors of estimation fall with the root of the number of samples: 16 times as many, limits a quarter as far apart (0.2 … 0.3 for chance).
    [Fact]
    public void The_limits_come_nearer_with_the_root_of_the_number_of_samples()
    {
        double Width(int samples)
        {
            var total = Estimate(Evaluators.OfLoss(Evaluators.Ishigami), Three, new() { Samples = samples }).Loss[0].Total;
            return total.High - total.Low;
        }

        Assert.InRange(Width(4096) / Width(256), 0.2, 0.3);
    }

    // Variances of the components: 4/12 and 1/12, each from one parameter alone; so the averages are 0.8 and 0.2.
    [Fact]
    public void Indices_of_residuals_are_averages_weighted_with_the_components_variances()
    {
        var indices = Estimate(Evaluators.OfResiduals(x => [2 * x[0] + 5, x[1] - 3]), ["a", "b"], new() { Samples = 4096, Resamples = 100 });

        // Standard errors are about 0.02 for one component with 4,096 samples, less with even points.
        Assert.All(indices.Residuals.Zip([0.8, 0.2]), pair => Assert.Equal(pair.Second, pair.First.First.Value, tolerance: 0.04));
        Assert.All(indices.Residuals.Zip([0.8, 0.2]), pair => Assert.Equal(pair.Second, pair.First.Total.Value, tolerance: 0.04));
    }

    [Fact]
    public void A_sample_with_a_failed_evaluation_is_left_out()
    {
        var evaluator = Evaluators.OfLoss(x => x[0] > 0.9 ? double.PositiveInfinity : x[0]);

        var indices = Estimate(evaluator, ["a", "b"], new() { Samples = 1000 });

        // All of a sample's points succeed where both of its values of a are below 0.9: with probability 0.81, standard deviation 12.4.
        Assert.InRange(indices.SamplesUsed, 810 - 50, 810 + 50);
        Assert.Equal(1, indices.Loss[0].Total.Value, tolerance: 0.1);
        Assert.Equal(0, indices.Loss[1].Total.Value);
    }

    [Fact]
    public void Without_residuals_there_are_no_indices_of_them() =>
        Assert.Empty(Estimate(Evaluators.OfLoss(x => x[0]), ["a"], new() { Samples = 8 }).Residuals);

    [Fact]
    public void Too_many_failures_are_an_error() =>
        Assert.Throws<ArgumentException>(() => Estimate(Evaluators.OfLoss(_ => double.PositiveInfinity), ["a"]));

    [Fact]
    public void Residuals_of_changing_length_are_an_error() =>
        Assert.Throws<ArgumentException>(() => Estimate(Evaluators.OfResiduals(x => x[0] < 0.5 ? [1] : [1, 2]), ["a"]));

    [Fact]
    public void The_seed_decides_on_every_bit()
    {
        string Text(ulong seed) => Estimate(Evaluators.OfResiduals(x => [x[0] * x[1]]), ["a", "b"], new() { Samples = 32, Seed = seed }).ToText();

        Assert.Equal(Text(1), Text(1));
        Assert.NotEqual(Text(1), Text(2));
    }

    [Fact]
    public void The_table_names_parameters_and_limits()
    {
        var index = new SobolIndex("mu", new(0.25, 0.2, 0.3), new(0.5, 0.4, 0.6));
        var indices = new SobolIndices { Loss = [index], Residuals = [], Evaluations = 12, SamplesUsed = 4, Confidence = 0.95 };

        Assert.Equal(
            "Sobol' indices from 12 evaluations, with limits of 95 %\nloss  first    low   high  total    low   high\nmu    0.250  0.200  0.300  0.500  0.400  0.600\n",
            indices.ToText());
    }

    private static SobolIndices Estimate(PointEvaluator evaluator, ImmutableArray<string> names, SobolIndexOptions? options = null) =>
        SobolIndices.Estimate(evaluator, names, options, cancellation: TestContext.Current.CancellationToken);
}
