using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Core.Tests.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class BoxedLeastSquaresTests
{
    [Fact]
    public void A_minimum_outside_the_cube_is_met_on_its_face()
    {
        // Without bounds a = 1.25, b = 0.25. With a = 1 the loss² is (b - 0.5)² + 0.25 b², smallest at b = 0.4.
        var best = Minimize([0.5, 0.5], x => [x[0] + x[1] - 1.5, 0.5 * (x[0] - x[1] - 1)]);

        Assert.Equal(1, best.Point[0]);
        Assert.Equal(0.4, best.Point[1], tolerance: 1e-6);
    }

    [Fact]
    public void Rosenbrocks_valley_is_followed_to_its_end()
    {
        // Coordinates are mapped to -2 … 2; the minimum 0 lies at (1, 1). Source: H. H. Rosenbrock, Computer Journal 3 (1960).
        var best = Minimize([0.2, 0.75], u => (4 * u[0] - 2, 4 * u[1] - 2) is var (x, y) ? [10 * (y - x * x), 1 - x] : []);

        Assert.True(best.Loss < 0.05, $"loss {best.Loss}"); // the start has 4.9; differences are 0.2 wide in x, later 0.04
    }

    [Fact]
    public void Residuals_without_influence_end_it_after_the_differences() =>
        Assert.Equal(3, Run([0.5, 0.5], _ => [1.0]).Count);

    private static PointValue Minimize(ImmutableArray<double> start, Func<ImmutableArray<double>, double[]> residuals) => Run(start, residuals).MinBy(value => value.Loss)!;

    private static List<PointValue> Run(ImmutableArray<double> start, Func<ImmutableArray<double>, double[]> residuals) =>
        SolverRuns.MinimizeResiduals(new Boxed(), new SolverProblem { Start = start, Budget = 300 }, residuals);

    private sealed record Boxed : Solver
    {
        public override string Name => "boxed";

        public override ISolverRun Begin(SolverProblem problem) => new BoxedLeastSquares(problem.Start, 0.05);
    }
}
