using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;
using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class ProfileLikelihoodTests
{
    private const double Normal975 = 1.959963984540054; // quantile of the standard normal distribution at 0.975

    private static readonly ImmutableArray<string> Three = ["a", "b", "c"];

    // 30 observations of a linear model with three parameters and noise of standard deviation 0.1.
    private static readonly Matrix<double> Design = Matrix<double>.Build.Dense(30, 3, (i, j) => Math.Cos((j + 1) * i * 0.37) + (j == 0 ? 1 : 0));
    private static readonly Vector<double> Data = Design * Vector<double>.Build.Dense([0.4, 0.6, 0.5]) + Noise(30, 0.1);

    [Fact]
    public void Limits_of_a_linear_model_are_the_analytic_ones()
    {
        var (best, errors) = LeastSquares();
        var variance = best.Loss * best.Loss / (30 - 3);

        var profiles = ProfileLikelihood.OfAll(Linear, Three, best, cancellation: TestContext.Current.CancellationToken);

        foreach (var (i, profile) in profiles.Index())
        {
            // The inner solver's damping of 1e-10 and the interpolation leave about 1e-9.
            Assert.Equal(best.Point[i] - Normal975 * Math.Sqrt(variance) * errors[i], profile.Low!.Value, tolerance: 1e-7);
            Assert.Equal(best.Point[i] + Normal975 * Math.Sqrt(variance) * errors[i], profile.High!.Value, tolerance: 1e-7);
            Assert.Equal(Determination.Determined, profile.Determination);
        }
    }

    [Fact]
    public void A_given_noise_takes_the_place_of_the_estimated_one()
    {
        var (best, errors) = LeastSquares();

        var profile = Profile(Linear, Three, "b", best, new() { NoiseVariance = 0.04 });

        Assert.Equal(best.Point[1] - Normal975 * 0.2 * errors[1], profile.Low!.Value, tolerance: 1e-7);
    }

    [Fact]
    public void Fewer_independent_observations_widen_the_interval()
    {
        var (best, errors) = LeastSquares();

        var profile = Profile(Linear, Three, "b", best, new() { Observations = 12 });

        Assert.Equal(best.Point[1] - Normal975 * best.Loss / Math.Sqrt(12 - 3) * errors[1], profile.Low!.Value, tolerance: 1e-7);
    }

    [Fact]
    public void At_the_limits_of_a_curved_model_the_lowest_loss_is_the_threshold()
    {
        double[] Residuals(double rate, double height) =>
            [.. Enumerable.Range(0, 20).Select(i => height * Math.Exp(-5 * rate * i / 10) - 0.6 * Math.Exp(-2.0 * i / 10) + 0.03 * Math.Sin(7 * i))];
        var evaluator = Evaluators.OfResiduals(x => Residuals(x[0], x[1]));
        ImmutableArray<double> start = [0.4, 0.6];

        var profile = Profile(evaluator, ["rate", "height"], "rate", Evaluators.Value(start, Residuals(0.4, 0.6)), new() { Refinements = 4 });

        // The height is a linear parameter, so the lowest loss at a rate is known: the projection of the data.
        double Lowest(double rate)
        {
            var (shape, data) = (Residuals(rate, 1).Zip(Residuals(rate, 0), (a, b) => a - b).ToArray(), Residuals(rate, 0));
            var height = -shape.Zip(data, (s, d) => s * d).Sum() / shape.Sum(s => s * s);
            return Evaluators.Value(start, Residuals(rate, height)).Loss;
        }

        // Each refinement makes the interpolation's error many times smaller; four leave less than 1e-4 of the loss.
        Assert.Equal(1, Lowest(profile.Low!.Value) / profile.Threshold, tolerance: 1e-4);
        Assert.Equal(1, Lowest(profile.High!.Value) / profile.Threshold, tolerance: 1e-4);
    }

    [Fact]
    public void A_better_fit_found_on_the_way_becomes_the_best()
    {
        var (best, _) = LeastSquares();
        ImmutableArray<double> poor = [0.9, 0.1, 0.5];

        var profile = Profile(Linear, Three, "a", Evaluators.Value(poor, LinearResiduals(poor)));

        // The profile's nearest grid value is up to 0.025 off the best, so its loss is above the lowest, by less than a tenth.
        Assert.InRange(profile.Best.Loss, best.Loss, 1.1 * best.Loss);
    }

    [Fact]
    public void A_parameter_without_influence_is_said_not_to_be_determined()
    {
        var profile = Profile(
            Evaluators.OfResiduals(x => [x[0] - 0.5, 0.1, -0.1 + 0.001 * x[1]]), ["a", "b"], "b", Evaluators.Value([0.5, 0], [0, 0.1, -0.1]));

        // Loss² falls from 0.02 to 0.01 + 0.099²: the loss from best to worst rises by 0.5 %.
        Assert.Equal("b: not determined by the data: over the whole range, 10 to 20, the error changes by at most 0.5 %.", profile.Statement((_, u) => 10 + 10 * u));
    }

    [Fact]
    public void A_parameter_that_only_saturates_is_bounded_on_one_side()
    {
        var evaluator = Evaluators.OfResiduals(x => [x[0] - 0.5, Math.Min(x[1], 0.6) - 0.6, 0.01, 0.01, 0.01]);

        var profile = Profile(evaluator, ["a", "b"], "b", evaluator.At([0.5, 0.8]));

        Assert.Equal(Determination.BoundedFromBelow, profile.Determination);
        Assert.StartsWith("b: only bounded from below by the data: at least 0.5", profile.Statement(), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_solver_can_adjust_the_other_parameters()
    {
        var evaluator = Evaluators.OfLoss(x => 1 + Math.Abs(x[0] - x[1]) + Math.Pow(x[1] - 0.5, 2));

        var profile = Profile(evaluator, ["a", "b"], "b", new PointValue([0.5, 0.5], 1, []), new() { Solver = new Scan(), GridValues = 11 });

        // With a = b, which lies on the scan's grid, 1 + (b - 0.5)² is left; the tolerance of 5 % is met up to 0.5 ± √0.05.
        Assert.All(profile.Points.Where(point => point.Coordinate * 10 % 1 == 0), point => Assert.Equal(1 + Math.Pow(point.Coordinate - 0.5, 2), point.Fit.Loss, tolerance: 1e-12));
        Assert.Equal(0.5 + Math.Sqrt(0.05), profile.High!.Value, tolerance: 0.02); // half a step of the scan
        Assert.Null(profile.Confidence);
    }

    [Fact]
    public void A_single_parameter_needs_no_inner_fit()
    {
        var evaluator = Evaluators.OfResiduals(x => [2 * (x[0] - 0.5), 0.1]);

        var profile = Profile(evaluator, ["a"], "a", evaluator.At([0.5]), new() { NoiseVariance = 0.01 });

        Assert.Equal(0.5 + Normal975 * 0.1 / 2, profile.High!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void A_value_at_which_nothing_succeeds_is_not_compatible()
    {
        var evaluator = Evaluators.OfResiduals(x => x[0] > 0.7 ? [double.PositiveInfinity] : [x[1] - 0.5, 1, 1, 1]);
        PointEvaluator failing = (points, token) => [.. evaluator(points, token).Select(value => value.IsFinite ? value : value with { Residuals = [] })];

        var profile = Profile(failing, ["a", "b"], "a", failing.At([0.5, 0.5]));

        Assert.Equal(0.7, profile.High!.Value, tolerance: 0.0125); // a step of the grid, halved twice
        Assert.Null(profile.Low);
    }

    [Fact]
    public void Without_residuals_and_solver_there_is_an_error() =>
        Assert.Throws<ArgumentException>(() => Profile(Linear, Three, "a", new PointValue([0, 0, 0], 1, [])));

    [Fact]
    public void A_failed_evaluation_is_no_best_fit() =>
        Assert.Throws<ArgumentException>(() => Profile(Linear, Three, "a", new PointValue([0, 0, 0], double.PositiveInfinity, [1])));

    [Fact]
    public void A_name_that_is_not_there_is_an_error() =>
        Assert.Throws<ArgumentException>(() => Profile(Linear, Three, "d", LeastSquares().Best));

    [Fact]
    public void A_history_gives_the_lowest_loss_in_each_slice()
    {
        PointValue[] history = [new([0.1, 0], 3, []), new([0.2, 0], 2, []), new([0.6, 0], 1.02, []), new([0.9, 0], 1, []), new([1, 0], double.PositiveInfinity, [])];

        var profile = ProfileLikelihood.OfHistory(history, ["a", "b"], "a", bins: 2);

        Assert.Equal([(0.2, 2.0), (0.9, 1.0)], profile.Points.Select(point => (point.Coordinate, point.Fit.Loss)));
        Assert.Equal(Determination.BoundedFromBelow, profile.Determination);
        Assert.EndsWith("the limits may be too narrow.", profile.Statement(), StringComparison.Ordinal);
    }

    private static PointEvaluator Linear => Evaluators.OfResiduals(LinearResiduals);

    private static double[] LinearResiduals(ImmutableArray<double> point) => (Design * Vector<double>.Build.Dense([.. point]) - Data).ToArray();

    // The best fit, and the standard errors for noise of variance 1, from the normal equations.
    private static (PointValue Best, double[] Errors) LeastSquares()
    {
        var inverse = (Design.Transpose() * Design).Inverse();
        ImmutableArray<double> point = [.. inverse * Design.Transpose() * Data];
        return (Evaluators.Value(point, LinearResiduals(point)), [.. inverse.Diagonal().Select(Math.Sqrt)]);
    }

    private static Vector<double> Noise(int count, double deviation)
    {
        var random = new SolverRandom(7);
        return Vector<double>.Build.Dense(count, _ => deviation * random.NextNormal());
    }

    // Tries the values 0, 0.025, … 1 of a single coordinate.
    private sealed record Scan : Solver
    {
        public override string Name => "scan";

        public override ISolverRun Begin(SolverProblem problem) => new Run();

        private sealed class Run : ISolverRun
        {
            private bool _isDone;

            public IReadOnlyList<ImmutableArray<double>> Ask(int limit) =>
                _isDone ? [] : [.. Enumerable.Range(0, 41).Select(i => ImmutableArray.Create(i / 40.0)).Take(limit)];

            public void Tell(IReadOnlyList<PointValue> values) => _isDone = true;
        }
    }

    private static LikelihoodProfile Profile(PointEvaluator evaluator, ImmutableArray<string> names, string parameter, PointValue best, ProfileOptions? options = null) =>
        ProfileLikelihood.Of(evaluator, names, parameter, best, options, cancellation: TestContext.Current.CancellationToken);
}
