using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class LevenbergMarquardtTests
{
    private static readonly LevenbergMarquardt ForSmooth = new() { SmallestStep = 1e-8 };

    public static TheoryData<string> Problems => [.. LeastSquaresProblems.All.Select(problem => problem.Name)];

    [Theory, MemberData(nameof(Problems))]
    public void It_reaches_the_published_minimum(string name)
    {
        var problem = LeastSquaresProblems.All.Single(problem => problem.Name == name);

        var history = SolverRuns.MinimizeResiduals(ForSmooth, new SolverProblem { Start = problem.StartPoint, Budget = 1200 }, problem.At);

        // 1e-12: for the one whose minimum is 0.
        var best = history.Min(value => value.Loss * value.Loss);
        Assert.InRange(best, problem.Minimum * (1 - problem.Precision), problem.Minimum * (1 + problem.Precision) + 1e-12);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public void Any_number_of_dampings_at_once_leads_to_the_minimum(int dampingValues)
    {
        var problem = LeastSquaresProblems.All[0];

        var history = SolverRuns.MinimizeResiduals(ForSmooth with { DampingValues = dampingValues }, new SolverProblem { Start = problem.StartPoint, Budget = 300 }, problem.At);

        Assert.InRange(history.Min(value => value.Loss), 0, 1e-6);
    }

    [Fact]
    public void A_minimum_on_a_bound_is_reached_exactly()
    {
        // Rosenbrock's function where the first parameter is at most 0.5: the minimum is 0.25, at (0.5, 0.25).
        var problem = LeastSquaresProblems.All[0] with { Upper = [0.5, 2] };

        var best = SolverRuns.MinimizeResiduals(ForSmooth, new SolverProblem { Start = problem.StartPoint, Budget = 400 }, problem.At).MinBy(value => value.Loss)!;

        Assert.Equal(1, best.Point[0]);
        Assert.Equal(2.25 / 4, best.Point[1], 1e-7);
        Assert.Equal(0.5, best.Loss, 1e-12);
    }

    [Fact]
    public void A_minimum_in_a_corner_is_reached_exactly()
    {
        var history = SolverRuns.MinimizeResiduals(
            new LevenbergMarquardt(),
            new SolverProblem { Start = [0.5, 0.5, 0.5, 0.5], Budget = 60 },
            point => [.. point.Select((x, i) => (i + 1) * (x - (i % 2 == 0 ? -0.2 : 1.3)))]);

        Assert.Equal([0, 1, 0, 1], history.MinBy(value => value.Loss)!.Point.ToArray());
    }

    [Fact]
    public void Fifty_evaluations_are_worth_more_than_a_thousand_Sobol_points_on_rough_waveforms() =>
        Assert.True(MedianOfSurrogates(new LevenbergMarquardt(), 50) < MedianOfSurrogates(new SobolSearch(), 1000));

    [Fact]
    public void Roughness_that_makes_short_differences_useless_is_survived()
    {
        // The middle of the cube is at 3 to 12. A roughness of 0.3 changes a waveform as much as a step of about 0.02 does.
        var wide = MedianOfSurrogates(new LevenbergMarquardt(), 100, roughness: 0.3);
        var narrow = MedianOfSurrogates(new LevenbergMarquardt { FirstStep = 1e-3, SmallestStep = 1e-3 }, 100, roughness: 0.3);

        Assert.True(wide < narrow / 2, $"{wide} {narrow}");
    }

    [Fact]
    public void Parameters_that_cannot_be_told_apart_or_do_nothing_are_no_obstacle()
    {
        var history = SolverRuns.MinimizeResiduals(
            ForSmooth,
            new SolverProblem { Start = [0.9, 0.8, 0.5, 0.3], Budget = 300 },
            point => [.. Enumerable.Range(0, 100).Select(i => Math.Exp(-0.03 * i * (point[0] + point[1])) - Math.Exp(-0.02 * i) + 0.1 * i * (point[3] - 0.7))]);

        Assert.InRange(history.Min(value => value.Loss), 0, 1e-9);
    }

    [Fact]
    public void Failed_evaluations_are_just_bad()
    {
        var history = Run(ForSmooth, new SolverProblem { Start = [0.7, 0.7], Budget = 200, HasResiduals = true }, point =>
            point[0] + point[1] > 1.45 ? new PointValue(point, double.PositiveInfinity, []) : Value(point, [point[0] - 0.2, 3 * (point[1] - point[0] * point[0])]));

        Assert.InRange(history.Min(value => value.Loss), 0, 1e-9);
    }

    [Fact]
    public void A_start_that_fails_is_left_for_others()
    {
        var history = Run(ForSmooth, new SolverProblem { Start = [0.9, 0.9], Budget = 200, HasResiduals = true }, point =>
            point[0] > 0.6 ? new PointValue(point, double.PositiveInfinity, []) : Value(point, [point[0] - 0.2, point[1] - 0.3]));

        Assert.InRange(history.Min(value => value.Loss), 0, 1e-9);
    }

    [Fact]
    public void Known_points_are_the_starts_if_they_lie_apart_and_the_run_ends_with_their_searches()
    {
        var known = new[] { Known(0.1, 0.1), Known(0.12, 0.1), Known(0.9, 0.8), Known(0.5, 0.5) };
        var run = new LevenbergMarquardt().BeginFrom(new SolverProblem { Start = [0.5, 0.5], Budget = 500, HasResiduals = true }, known, starts: 2);

        var history = Drive(run, 500, point => Known(point[0], point[1]));

        // The first search surrounds the best point. The second best lies beside it, so the other search is in the other valley.
        Assert.Equal([0.2, 0.1], history[0].Point);
        Assert.Contains(history, value => value.Point[0] > 0.8 && value.Loss < 0.31);
        Assert.InRange(history.Count, 10, 200);
    }

    [Fact]
    public void A_further_start_is_searched_after_the_first_has_come_to_its_end()
    {
        var history = SolverRuns.MinimizeResiduals(
            new LevenbergMarquardt { Starts = [[0.9, 0.9]] },
            new SolverProblem { Start = [0.2, 0.2], Budget = 200 },
            point => [point[0] - 0.2, point[1] - 0.2]);

        Assert.Equal([0.2, 0.2], history[0].Point);
        Assert.Contains(history, value => value.Point.SequenceEqual([0.9, 0.9]));
    }

    [Fact]
    public void Points_stay_in_the_cube_whatever_is_told()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var random = new SolverRandom(seed);
            var start = Enumerable.Range(0, 1 + (int)seed % 5).Select(_ => Math.Clamp(2 * random.NextUniform() - 0.5, 0, 1)).ToImmutableArray();

            // SolverRuns checks the points.
            var history = SolverRuns.MinimizeResiduals(new LevenbergMarquardt(), new SolverProblem { Start = start, Budget = 300, Seed = seed }, _ => [random.NextNormal(), 10 * random.NextNormal(), 1]);

            Assert.Equal(300, history.Count);
        }
    }

    [Fact]
    public void A_run_that_is_told_the_values_of_another_gives_the_same_points()
    {
        SolverContract.IsRepeatable(new LevenbergMarquardt());
    }

    [Fact]
    public void A_batch_that_is_cut_ends_the_run()
    {
        SolverContract.EndsWithABatchThatIsCut(new LevenbergMarquardt());
    }

    [Fact]
    public void Without_residuals_it_says_what_to_choose_instead()
    {
        var fault = Assert.Throws<ArgumentException>(() => new LevenbergMarquardt().Begin(WaveformSurrogate.Problem(200, 1) with { HasResiduals = false }));

        Assert.Contains("no residuals", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'cma'", fault.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(0, 0.02, 4), InlineData(0.6, 0.02, 4), InlineData(0.1, 0.2, 4), InlineData(0.1, 0, 4), InlineData(0.1, 0.02, 0)]
    public void Settings_out_of_range_are_refused(double firstStep, double smallestStep, int dampingValues) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new LevenbergMarquardt { FirstStep = firstStep, SmallestStep = smallestStep, DampingValues = dampingValues }
                .Begin(new SolverProblem { Start = [0.5], Budget = 1, HasResiduals = true }));

    [Fact]
    public void Starts_outside_the_cube_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new LevenbergMarquardt { Starts = [[1.5]] }.Begin(new SolverProblem { Start = [0.5], Budget = 1, HasResiduals = true }));

    // Two valleys, the lower one to the left.
    private static PointValue Known(double x, double y) =>
        Value([x, y], x < 0.5 ? [x - 0.1, y - 0.1, 0.1] : [x - 0.9, y - 0.8, 0.3]);

    private static PointValue Value(ImmutableArray<double> point, double[] residuals) =>
        new(point, Math.Sqrt(residuals.Sum(value => value * value)), [.. residuals]);

    private static List<PointValue> Run(Solver solver, SolverProblem problem, Func<ImmutableArray<double>, PointValue> evaluate) =>
        Drive(solver.Begin(problem), problem.Budget, evaluate);

    private static List<PointValue> Drive(ISolverRun run, int budget, Func<ImmutableArray<double>, PointValue> evaluate)
    {
        var history = new List<PointValue>();
        while (history.Count < budget && run.Ask(budget - history.Count) is { Count: > 0 } points)
        {
            PointValue[] values = [.. points.Select(evaluate)];
            history.AddRange(values);
            run.Tell(values);
        }

        return history;
    }

    private static double MedianOfSurrogates(Solver solver, int budget, double roughness = 0) =>
        Enumerable.Range(1, 5).Select(seed => SolverRuns.Run(solver, WaveformSurrogate.Problem(budget, (ulong)seed), Rough(new WaveformSurrogate((ulong)seed + 200), roughness)).Min(value => value.Loss))
            .Order().ElementAt(2);

    // Residuals moved at random, by the same numbers whenever the same point is asked for.
    private static Func<ImmutableArray<double>, PointValue> Rough(WaveformSurrogate surrogate, double roughness) => point =>
    {
        var random = new SolverRandom(point.Aggregate(1UL, (seed, coordinate) => 31 * seed + BitConverter.DoubleToUInt64Bits(coordinate)));
        var residuals = surrogate.Evaluate(point).Residuals;
        return Value(point, [.. residuals.Select(residual => residual + roughness * random.NextNormal() / Math.Sqrt(residuals.Length))]);
    };
}
