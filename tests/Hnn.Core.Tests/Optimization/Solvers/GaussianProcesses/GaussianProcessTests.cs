using System.Text.Json;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Solvers.GaussianProcesses;
using Hnn.Testing;

namespace Hnn.Core.Tests.Optimization.Solvers.GaussianProcesses;

public class GaussianProcessTests
{
    // Oracles/gaussian_process.py recorded them. Both sides solve a well conditioned system of 23 equations: rounding is near 1e-13.
    private const double Tolerance = 1e-10;

    private static readonly JsonElement s_oracle = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Optimization/Solvers/GaussianProcesses/Oracles/gaussian_process.json"))).RootElement;

    private static readonly CovarianceParameters s_parameters = new(
        [.. s_oracle.GetProperty("length_scales").AsDoubles()], s_oracle.GetProperty("signal_variance").AsDouble(), s_oracle.GetProperty("noise_variance").AsDouble());

    private static readonly double[][] s_points = Rows("points"), s_queries = Rows("queries");
    private static readonly double[] s_targets = s_oracle.GetProperty("targets").AsDoubles();

    [Theory, InlineData(0), InlineData(1)]
    public void Likelihood_and_its_gradient_are_those_of_scikit_learn(int index)
    {
        var (process, recorded) = Case(index);

        var gradient = process.LogMarginalLikelihoodGradient();

        Assert.Equal(recorded.GetProperty("log_marginal_likelihood").AsDouble(), process.LogMarginalLikelihood, Tolerance);
        Assert.All(recorded.GetProperty("gradient").AsDoubles().Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Theory, InlineData(0), InlineData(1)]
    public void Mean_and_deviation_are_those_of_scikit_learn(int index)
    {
        var (process, recorded) = Case(index);

        var predicted = s_queries.Select(query => process.Predict(query)).ToArray();

        Assert.All(recorded.GetProperty("mean").AsDoubles().Zip(predicted), pair => Assert.Equal(pair.First, pair.Second.Mean, Tolerance));
        // scikit-learn's deviation is that of a new measurement: with the noise.
        Assert.All(recorded.GetProperty("deviation").AsDoubles().Zip(predicted), pair =>
            Assert.Equal(pair.First, Math.Sqrt(pair.Second.Variance + s_parameters.NoiseVariance), Tolerance));
    }

    [Theory, InlineData(0), InlineData(1)]
    public void The_slopes_of_a_prediction_are_the_limits_of_its_differences(int index)
    {
        var (process, _) = Case(index);
        var (meanSlope, varianceSlope) = (new double[3], new double[3]);

        process.Predict(s_queries[0], meanSlope, varianceSlope);

        for (var j = 0; j < 3; j++)
        {
            var (up, down) = (process.Predict(Moved(s_queries[0], j, 1e-5)), process.Predict(Moved(s_queries[0], j, -1e-5)));
            // Central differences with a step of 1e-5 are good to about 1e-9.
            Assert.Equal((up.Mean - down.Mean) / 2e-5, meanSlope[j], 1e-7);
            Assert.Equal((up.Variance - down.Variance) / 2e-5, varianceSlope[j], 1e-7);
        }
    }

    [Fact]
    public void Points_told_one_by_one_give_the_same_bits_as_all_at_once()
    {
        var (whole, _) = Case(0);
        var grown = GaussianProcess.TryCreate(CovarianceShape.Matern52, s_parameters, s_points[..5], s_targets[..5])!;

        for (var i = 5; i < s_points.Length; i++)
            Assert.True(grown.TryAppend(s_points[i], s_targets[i]));

        Assert.Equal(whole.Predict(s_queries[0]), grown.Predict(s_queries[0]));
        Assert.Equal(whole.LogMarginalLikelihood, grown.LogMarginalLikelihood);
    }

    [Fact]
    public void A_process_cut_back_predicts_as_before()
    {
        var (process, _) = Case(0);
        var before = process.Predict(s_queries[0]);

        process.TryAppend(s_queries[1], 3.0);
        process.Truncate(s_points.Length);

        Assert.Equal(before, process.Predict(s_queries[0]));
    }

    [Fact]
    public void A_believed_prediction_leaves_the_mean_alone_and_lowers_the_variance()
    {
        var (process, _) = Case(0);
        var before = process.Predict(s_queries[0]);

        process.TryAppend(s_queries[1], process.Predict(s_queries[1]).Mean);
        var after = process.Predict(s_queries[0]);

        Assert.Equal(before.Mean, after.Mean, Tolerance);
        Assert.True(after.Variance < before.Variance);
    }

    [Fact]
    public void A_point_told_twice_without_noise_is_refused()
    {
        var exact = s_parameters with { NoiseVariance = 0 };

        var process = GaussianProcess.TryCreate(CovarianceShape.SquaredExponential, exact, [s_points[0], s_points[0]], [1, 2]);

        Assert.Null(process);
    }

    [Fact]
    public void The_fit_finds_which_coordinate_matters()
    {
        var points = LatinHypercube.Points(30, 3, seed: 3).Select(point => point.ToArray()).ToList();
        double[] targets = [.. points.Select(point => Math.Sin(7 * point[1]))];
        var fit = new MarginalLikelihoodFit();

        var parameters = fit.Run(CovarianceShape.Matern52, points, targets, fit.Starts(3));

        Assert.InRange(parameters.LengthScales[1], 0.1, 1);
        Assert.True(parameters.LengthScales[0] > 3 && parameters.LengthScales[2] > 3);
        Assert.True(parameters.NoiseVariance < 1e-3);
    }

    private static (GaussianProcess Process, JsonElement Recorded) Case(int index)
    {
        var recorded = s_oracle.GetProperty("cases")[index];
        var shape = Enum.Parse<CovarianceShape>(recorded.GetProperty("shape").GetString()!);
        return (GaussianProcess.TryCreate(shape, s_parameters, s_points, s_targets)!, recorded);
    }

    private static double[][] Rows(string name) => [.. s_oracle.GetProperty(name).EnumerateArray().Select(row => row.AsDoubles())];

    private static double[] Moved(double[] point, int j, double step) => [.. point.Select((value, i) => i == j ? value + step : value)];
}
