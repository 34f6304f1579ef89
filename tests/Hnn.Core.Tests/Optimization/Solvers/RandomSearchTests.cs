using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class RandomSearchTests
{
    [Fact]
    public void The_start_comes_first_then_uniform_points()
    {
        var problem = new SolverProblem { Start = [0.5, 0.25], Budget = 1001 };

        var history = SolverRuns.Minimize(new RandomSearch(), problem, point => point[0]);

        Assert.Equal(problem.Start, history[0].Point);

        // The mean of 1,000 uniform numbers has the standard deviation 1 / sqrt(12,000) = 0.009; four of it.
        Assert.Equal(0.5, history.Skip(1).Average(value => value.Point[0]), 0.037);
        Assert.Equal(0.5, history.Skip(1).Average(value => value.Point[1]), 0.037);
    }

    [Fact]
    public void A_run_is_repeatable() => SolverContract.IsRepeatable(new RandomSearch());
}
