using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class ResidualModelTests
{
    [Fact]
    public void The_regression_finds_the_slopes_of_linear_residuals_from_any_near_samples()
    {
        var random = new SolverRandom(1);
        var samples = Enumerable.Range(0, 5).Select(_ => Linear([0.4 + 0.2 * random.NextUniform(), 0.4 + 0.2 * random.NextUniform()])).ToList();
        var model = new ResidualModel(dimension: 2, residuals: 3);

        model.Regress(Linear([0.5, 0.5]), samples, step: 0.1);

        // 1e-6: the old Jacobian, zero, still counts a little.
        Assert.Equal([3, -1, 0.5], model.Jacobian.Column(0).ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([1, 2, 0], model.Jacobian.Column(1).ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Directions_without_samples_keep_their_slopes_and_far_or_failed_samples_are_ignored()
    {
        var center = Linear([0.5, 0.5]);
        var model = new ResidualModel(dimension: 2, residuals: 3);
        model.Learn(center, Linear([0.5, 0.6]));

        model.Regress(center, [Linear([0.6, 0.5]), new PointValue([0.5, 0.9], 9, [9, 9, 9]), new PointValue([0.5, 0.55], double.PositiveInfinity, [])], step: 0.05);

        Assert.Equal([1, 2, 0], model.Jacobian.Column(1).ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([3, -1, 0.5], model.Jacobian.Column(0).ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Broydens_update_tells_the_new_difference_and_nothing_else()
    {
        var model = new ResidualModel(dimension: 2, residuals: 3);

        model.Learn(Linear([0.2, 0.2]), Linear([0.4, 0.2]));

        Assert.Equal([3, -1, 0.5], model.Jacobian.Column(0).ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0, 0, 0], model.Jacobian.Column(1).ToArray());
    }

    [Fact]
    public void More_damping_makes_shorter_steps_and_steps_that_hardly_differ_are_left_out()
    {
        var model = new ResidualModel(dimension: 2, residuals: 3);
        var center = Linear([0.5, 0.5]);
        model.Regress(center, [Linear([0.6, 0.5]), Linear([0.5, 0.6])], step: 0.1);

        var minima = model.Minima(center, [1e-9, 1e-8, 0.1, 1]);

        Assert.Equal([1e-9, 0.1, 1], minima.Select(minimum => minimum.Damping));
        var lengths = minima.Select(minimum => ResidualModel.Distance(minimum.Point, center.Point)).ToArray();
        Assert.True(lengths[0] > lengths[1] && lengths[1] > lengths[2]);
    }

    private static PointValue Linear(ImmutableArray<double> point)
    {
        ImmutableArray<double> residuals = [3 * point[0] + point[1] - 1, 2 * point[1] - point[0] - 0.2, 0.5 * point[0]];
        return new PointValue(point, Math.Sqrt(residuals.Sum(value => value * value)), residuals);
    }
}
