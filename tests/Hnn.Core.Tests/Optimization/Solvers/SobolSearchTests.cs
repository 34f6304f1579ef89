using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class SobolSearchTests
{
    private static readonly SolverProblem Problem = new() { Start = [0.5, 0.25], Budget = 40, Seed = 2 };

    [Fact]
    public void The_start_comes_first_then_scrambled_Sobol_points()
    {
        var history = SolverRuns.Minimize(new SobolSearch(), Problem, point => point[0]);

        Assert.Equal(40, history.Count);
        Assert.Equal(Problem.Start, history[0].Point);
        Assert.Equal(SobolSequence.Scrambled(2, seed: 2).Point(38), history[39].Point);
    }

    [Fact]
    public void Points_come_in_batches_and_end_with_the_budget()
    {
        var run = new SobolSearch { BatchSize = 30 }.Begin(Problem);
        var sizes = new List<int>();

        while (run.Ask(limit: 100) is { Count: > 0 } points)
        {
            sizes.Add(points.Count);
            run.Tell([.. points.Select(point => new PointValue(point, 0, []))]);
        }

        Assert.Equal([30, 10], sizes);
    }

    [Fact]
    public void A_run_is_repeatable() => SolverContract.IsRepeatable(new SobolSearch());

    [Fact]
    public void A_run_ends_with_a_batch_that_is_cut() => SolverContract.EndsWithABatchThatIsCut(new SobolSearch());

    [Fact]
    public void More_coordinates_than_the_sequence_has_are_refused() =>
        Assert.Throws<ArgumentException>(() => new SobolSearch().Begin(Problem with { Start = [.. new double[129]] }));

    [Fact]
    public void An_empty_batch_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSearch { BatchSize = 0 }.Begin(Problem));
}
