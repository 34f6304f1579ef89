using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class TrustRegionStepTests
{
    private static readonly double[] Unbounded = [double.PositiveInfinity, double.PositiveInfinity];

    [Fact]
    public void Without_constraints_the_step_is_the_steepest()
    {
        var step = TrustRegionStep.Solve([3, -4], [], [.. Unbounded.Select(x => -x)], Unbounded, radius: 10);

        Assert.Equal(-6, step[0], 1e-7);
        Assert.Equal(8, step[1], 1e-7);
    }

    [Fact]
    public void Violated_constraints_come_first()
    {
        // x must be at least 2, but the ball ends at 1: nothing is left for y.
        var step = TrustRegionStep.Solve([0, 1], [([1, 0], -2)], [.. Unbounded.Select(x => -x)], Unbounded, radius: 1);

        Assert.Equal(1, step[0], 1e-4);
        Assert.Equal(0, step[1], 1e-4);
    }

    [Fact]
    public void Restored_constraints_leave_the_rest_of_the_ball_to_the_loss()
    {
        var step = TrustRegionStep.Solve([0, 1], [([1, 0], -0.6)], [.. Unbounded.Select(x => -x)], Unbounded, radius: 1);

        Assert.Equal(0.6, step[0], 1e-7);
        Assert.Equal(-0.8, step[1], 1e-7);
    }

    [Fact]
    public void No_step_nearby_is_better()
    {
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var random = new SolverRandom(seed);
            var (dimension, radius) = (1 + (int)seed % 5, Math.Pow(10, -4 * random.NextUniform()));
            double[] Draw() => [.. Enumerable.Range(0, dimension).Select(_ => random.NextNormal())];
            double[] lower = [.. Draw().Select(x => -Math.Max(0, x) * radius)], upper = [.. Draw().Select(x => Math.Max(0, x) * radius)];
            var gradient = Draw();
            var constraints = Enumerable.Range(0, random.NextIndex(6)).Select(_ => (Draw(), radius * random.NextNormal())).ToArray();

            var step = TrustRegionStep.Solve(gradient, constraints, lower, upper, radius);

            Assert.True(IsAllowed(step));
            for (var trial = 0; trial < 200; trial++)
            {
                var reach = radius * Math.Pow(10, -3 * random.NextUniform());
                double[] other = [.. step.Zip(Draw(), (x, normal) => x + reach * normal)];
                other = [.. other.Select((x, i) => Math.Clamp(x, lower[i], upper[i]))];

                // The problem is convex, so a step that cannot be improved a little is the best. Violations are found to 1e-9 radii; where
                // constraints meet at a sharp angle, the loss can depend on that a thousand times as much.
                Assert.False(IsAllowed(other) && Violation(other) < Violation(step) - 1e-6 * radius);
                Assert.False(IsAllowed(other) && Violation(other) <= Violation(step) && Dot(gradient, other) < Dot(gradient, step) - 1e-5 * radius);
            }

            bool IsAllowed(double[] x) =>
                Dot(x, x) <= radius * radius * (1 + 1e-9) && x.Select((value, i) => value >= lower[i] - 1e-10 * radius && value <= upper[i] + 1e-10 * radius).All(within => within);

            double Violation(double[] x) => constraints.Select(constraint => -constraint.Item2 - Dot(constraint.Item1, x)).Append(0).Max();
        }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
