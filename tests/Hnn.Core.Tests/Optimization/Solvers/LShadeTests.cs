using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class LShadeTests
{
    [Fact]
    public void With_the_population_of_the_paper_it_finds_the_lowest_of_very_many_minima()
    {
        // Rastrigin's function has about 10^10 minima in ten dimensions; the lowest is 0, the next 1.
        var history = SolverRuns.Minimize(
            new LShade { PopulationSize = 180 },
            new SolverProblem { Start = [.. Enumerable.Repeat(0.5, 10)], Budget = 50000 },
            point => point.Sum(u => Rastrigin(10.24 * u - 4)));

        // 1e-6: the second derivative is about 400, so that is 1e-4 from the minimum.
        Assert.InRange(history.Min(value => value.Loss), 0, 1e-6);
    }

    [Fact]
    public void The_population_shrinks_evenly_over_the_budget_and_begins_with_the_start()
    {
        var problem = new SolverProblem { Start = [0.25, 0.5], Budget = 400 };
        var run = new LShade { PopulationSize = 20 }.Begin(problem);
        var sizes = new List<int>();
        for (var count = 0; count < problem.Budget; count += sizes[^1])
        {
            var points = run.Ask(problem.Budget - count);
            if (sizes.Count == 0)
                Assert.Equal(problem.Start.AsSpan(), points[0].AsSpan());
            sizes.Add(points.Count);
            run.Tell([.. points.Select(point => new PointValue(point, point.Sum(), []))]);
        }

        // 20 - 16 · 20/400 = 19.2, then 20 - 16 · 39/400 = 18.4, and so on; the last generation is cut.
        Assert.Equal([20, 19, 18], sizes.Take(3));
        Assert.Equal(400, sizes.Sum());
        Assert.All(sizes.Zip(sizes.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
        Assert.Equal(4, sizes[^2]);
    }

    [Theory, InlineData(200, 14), InlineData(16, 10), InlineData(100000, 180)]
    public void A_small_budget_has_a_small_population(int budget, int expected) =>
        Assert.Equal(expected, new LShade().Begin(new SolverProblem { Start = [.. Enumerable.Repeat(0.5, 10)], Budget = budget }).Ask(budget).Count);

    [Fact]
    public void Points_stay_in_the_cube_whatever_it_is_told() => SolverContract.StaysInTheCubeWhateverItIsTold(new LShade());

    [Fact]
    public void A_run_is_repeatable() => SolverContract.IsRepeatable(new LShade());

    [Fact]
    public void A_run_ends_with_a_batch_that_is_cut() => SolverContract.EndsWithABatchThatIsCut(new LShade());

    [Fact]
    public void A_population_of_three_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LShade { PopulationSize = 3 }.Begin(new SolverProblem { Start = [0.5], Budget = 100 }));

    private static double Rastrigin(double x) => 10 + x * x - 10 * Math.Cos(2 * Math.PI * x);
}
