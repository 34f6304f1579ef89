using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class CobylaTests
{
    [Fact]
    public void A_run_begins_with_a_simplex_and_ends_at_the_final_radius()
    {
        var problem = new SolverProblem { Start = [0.5, 0.95], Budget = 1000 };

        var history = SolverRuns.Minimize(new Cobyla(), problem, point => Math.Pow(point[0] - 0.3, 2) + Math.Pow(point[1] - 0.6, 2));

        Assert.Equal([0.5, 0.95], history[0].Point);
        Assert.Equal([0.6, 0.95], history[1].Point);
        Assert.Equal([0.5, 0.95 - 0.1], history[2].Point);
        Assert.InRange(history.Count, 10, 100);

        // The minimum is known to about the final radius, 1e-4; its square is the loss.
        Assert.InRange(history.Min(value => value.Loss), 0, 1e-7);
    }

    [Theory, InlineData(0.5), InlineData(1)]
    public void A_minimum_in_a_corner_is_reached_exactly(double start) =>
        Assert.Equal(0, SolverContract.BestTowardsACorner(new Cobyla(), start));

    [Theory, InlineData(0.1), InlineData(0.5)]
    public void Points_stay_in_the_cube_whatever_is_told(double initialRadius) =>
        SolverContract.StaysInTheCubeWhateverItIsTold(new Cobyla { InitialRadius = initialRadius });

    [Fact]
    public void Failures_are_avoided()
    {
        // A third of the cube fails, near the way; the minimum is 0.
        var history = SolverRuns.Minimize(
            new Cobyla(),
            new SolverProblem { Start = [0.8, 0.8], Budget = 200 },
            point => point[0] < 0.33 ? double.PositiveInfinity : Math.Pow(point[0] - 0.36, 2) + Math.Pow(point[1] - 0.4, 2));

        Assert.InRange(history.Min(value => value.Loss), 0, 1e-6);
    }

    [Fact]
    public void Where_everything_fails_the_run_ends()
    {
        var history = SolverRuns.Minimize(new Cobyla(), new SolverProblem { Start = [0.5, 1], Budget = 1000 }, _ => double.PositiveInfinity);

        Assert.InRange(history.Count, 3, 100);
    }

    [Fact]
    public void A_run_is_repeatable() => SolverContract.IsRepeatable(new Cobyla());

    [Fact]
    public void A_run_ends_with_a_batch_that_is_cut() => SolverContract.EndsWithABatchThatIsCut(new Cobyla());

    [Theory, InlineData(0, 1e-4), InlineData(0.6, 1e-4), InlineData(0.1, 0), InlineData(0.1, 0.2)]
    public void Radii_out_of_range_are_refused(double initialRadius, double finalRadius) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Cobyla { InitialRadius = initialRadius, FinalRadius = finalRadius }.Begin(new SolverProblem { Start = [0.5], Budget = 1 }));
}
