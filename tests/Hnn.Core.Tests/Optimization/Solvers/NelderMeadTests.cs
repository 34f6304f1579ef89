using System.Collections.Immutable;
using System.Text.Json;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class NelderMeadTests
{
    public static TheoryData<string> Formulas => ["rosenbrock", "outside"];

    [Theory, MemberData(nameof(Formulas))]
    public void The_evaluations_are_those_of_scipy(string formula)
    {
        var recorded = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Optimization/Solvers/Oracles/nelder_mead.json")))
            .RootElement.GetProperty(formula).EnumerateArray().Select(loss => loss.GetDouble()).ToArray();

        // From this start there is room in one direction only, so the first simplex is known.
        var problem = new SolverProblem { Start = [0.95, 0.05, 0.95, 0.05], Budget = 80 };
        var history = SolverRuns.Minimize(new NelderMead(), problem, formula == "outside" ? Outside : Rosenbrock);

        // The same method with another order of additions: only rounding differs, and grows slowly.
        Assert.All(recorded.Zip(history), pair => Assert.Equal(pair.First, pair.Second.Loss, 1e-9 * Math.Max(1, pair.First)));
    }

    [Fact]
    public void Rosenbrocks_valley_is_followed_to_its_end()
    {
        var problem = new SolverProblem { Start = [0.2, 0.9, 0.2, 0.9], Budget = 3000 };

        var history = SolverRuns.Minimize(new NelderMead(), problem, Rosenbrock);

        // The minimum is 0. Restarts take up the descent where a simplex of size 1e-4 leaves it.
        Assert.InRange(history.Min(value => value.Loss), 0, 1e-6);
    }

    [Fact]
    public void After_a_descent_in_vain_another_one_starts_elsewhere()
    {
        // Two wells; the start lies in the shallow one.
        var history = SolverRuns.Minimize(
            new NelderMead(),
            new SolverProblem { Start = [0.15, 0.15], Budget = 1000 },
            point => Math.Min(0.5 + Distance(point, 0.2), Distance(point, 0.8)));

        Assert.InRange(history.Min(value => value.Loss), 0, 1e-3);
    }

    [Theory, InlineData(0.5), InlineData(1)]
    public void A_minimum_in_a_corner_is_reached_exactly(double start) =>
        Assert.Equal(0, SolverContract.BestTowardsACorner(new NelderMead(), start));

    [Fact]
    public void Points_stay_in_the_cube_whatever_is_told() => SolverContract.StaysInTheCubeWhateverItIsTold(new NelderMead());

    [Fact]
    public void Failures_are_the_worst_that_can_be()
    {
        // Half of the cube fails; the minimum, 0, lies at the edge of it.
        var history = SolverRuns.Minimize(
            new NelderMead(),
            new SolverProblem { Start = [0.8, 0.8], Budget = 300 },
            point => point[0] < 0.5 ? double.PositiveInfinity : point[0] - 0.5 + Math.Abs(point[1] - 0.4));

        Assert.InRange(history.Min(value => value.Loss), 0, 1e-3);
    }

    [Fact]
    public void A_start_where_everything_fails_is_left_at_random()
    {
        var history = SolverRuns.Minimize(
            new NelderMead(),
            new SolverProblem { Start = [0.9, 0.9], Budget = 200 },
            point => point[0] > 0.7 ? double.PositiveInfinity : Distance(point, 0.3));

        Assert.InRange(history.Min(value => value.Loss), 0, 1e-3);
    }

    [Fact]
    public void A_run_is_repeatable() => SolverContract.IsRepeatable(new NelderMead());

    [Fact]
    public void A_run_ends_with_a_batch_that_is_cut() => SolverContract.EndsWithABatchThatIsCut(new NelderMead());

    [Theory, InlineData(0, 1e-4), InlineData(0.6, 1e-4), InlineData(0.1, 0), InlineData(double.NaN, 1e-4)]
    public void Sizes_out_of_range_are_refused(double initialSize, double collapsedSize) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new NelderMead { InitialSize = initialSize, CollapsedSize = collapsedSize }.Begin(new SolverProblem { Start = [0.5], Budget = 1 }));

    private static double Rosenbrock(ImmutableArray<double> point)
    {
        var z = point.Select(x => 4 * x - 2).ToArray();
        return Enumerable.Range(0, z.Length - 1).Sum(i => 100 * Math.Pow(z[i + 1] - z[i] * z[i], 2) + Math.Pow(1 - z[i], 2));
    }

    private static double Outside(ImmutableArray<double> point) =>
        point.Select((x, i) => (i + 1) * Math.Pow(x - (i % 2 == 1 ? 1.3 : 0.4), 2)).Sum();

    private static double Distance(ImmutableArray<double> point, double centre) =>
        Math.Sqrt(point.Sum(x => (x - centre) * (x - centre)));
}
