using Hnn.Core.Optimization.Solvers.GaussianProcesses;

namespace Hnn.Core.Tests.Optimization.Solvers.GaussianProcesses;

public class BoundedQuasiNewtonTests
{
    [Fact]
    public void It_walks_through_Rosenbrocks_valley()
    {
        var (point, value) = BoundedQuasiNewton.Minimize(Rosenbrock, [-1.2, 1], [-5, -5], [5, 5], iterations: 200, tolerance: 1e-15);

        // The minimum is 0 at (1, 1); the last step gains less than 1e-15.
        Assert.True(value < 1e-12);
        Assert.Equal(1, point[0], 1e-5);
    }

    [Fact]
    public void A_minimum_on_a_bound_is_reached_exactly()
    {
        // With y at most 0.25 the minimum of (1-x)² + 100 (y-x²)² has y = 0.25 and 400 x³ - 98 x - 2 = 0 (numpy.roots: x = 0.504962…).
        var (point, _) = BoundedQuasiNewton.Minimize(Rosenbrock, [-0.5, -1], [-5, -5], [5, 0.25], iterations: 200, tolerance: 1e-15);

        Assert.Equal(0.25, point[1]);
        Assert.True(Math.Abs(400 * Math.Pow(point[0], 3) - 98 * point[0] - 2) < 1e-3);
    }

    [Fact]
    public void A_start_outside_is_moved_into_the_box()
    {
        var (point, _) = BoundedQuasiNewton.Minimize(Rosenbrock, [9, 9], [2, 2], [3, 3], iterations: 50);

        Assert.All(point, coordinate => Assert.InRange(coordinate, 2, 3));
        Assert.Equal(2, point[0]);
    }

    [Fact]
    public void Where_the_function_has_no_value_the_step_is_shortened()
    {
        var (point, _) = BoundedQuasiNewton.Minimize(
            (x, gradient) =>
            {
                if (!gradient.IsEmpty)
                    gradient[0] = 1 - 1 / x[0];
                return x[0] - Math.Log(x[0]);
            },
            [0.05], [-10], [10], iterations: 100, tolerance: 1e-14);

        // The logarithm is NaN below zero; the minimum is at 1.
        Assert.Equal(1, point[0], 1e-5);
    }

    private static double Rosenbrock(ReadOnlySpan<double> x, Span<double> gradient)
    {
        var (a, b) = (1 - x[0], x[1] - x[0] * x[0]);
        if (!gradient.IsEmpty)
            (gradient[0], gradient[1]) = (-2 * a - 400 * x[0] * b, 200 * b);
        return a * a + 100 * b * b;
    }
}
