using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class WaveformGpTests
{
    private static readonly WaveformSurrogate s_surrogate = new(5);

    [Fact]
    public void After_100_evaluations_it_is_far_below_random_points_after_200_where_the_target_can_be_reached()
    {
        var (best, random) = Compare(isAttainable: true);

        Assert.True(best.Max() < 0.5 * Median(random), $"worst {best.Max()}, random {Median(random)}");
        Assert.True(Median(best) < 0.25 * Median(random), $"median {Median(best)}, random {Median(random)}");
    }

    [Fact]
    public void After_100_evaluations_it_is_below_random_points_after_200_where_the_target_is_out_of_reach()
    {
        var (best, random) = Compare(isAttainable: false);

        Assert.All(best.Zip(random), pair => Assert.True(pair.First < pair.Second, $"{pair.First}, random {pair.Second}"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_points_and_another_seed_others()
    {
        var (first, second, other) = (Points(1), Points(1), Points(2));

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        static double[] Points(ulong seed) => [.. Run(new WaveformGp { ScreenSize = 12 }, budget: 24, seed).SelectMany(value => value.Point)];
    }

    [Fact]
    public void Its_points_depend_on_the_values_told_alone()
    {
        var solver = new WaveformGp { ScreenSize = 12 };
        var history = Run(solver, budget: 28, seed: 3);
        var run = solver.Begin(Problem(28, seed: 3));

        var replayed = new List<ImmutableArray<double>>();
        while (replayed.Count < 28)
        {
            var points = run.Ask(28 - replayed.Count);
            run.Tell(history.GetRange(replayed.Count, points.Count));
            replayed.AddRange(points);
        }

        Assert.Equal(history.SelectMany(value => value.Point), replayed.SelectMany(point => point));
    }

    [Fact]
    public void The_start_is_evaluated_first_and_a_batch_is_cut_at_the_limit()
    {
        var history = Run(new WaveformGp { ScreenSize = 10 }, budget: 13, seed: 1);

        Assert.Equal(Problem(1, 1).Start, history[0].Point);
        Assert.Equal(13, history.Count);
    }

    [Fact]
    public void Points_evaluated_before_take_the_place_of_the_screen()
    {
        var before = Run(new WaveformGp { ScreenSize = 16 }, budget: 16, seed: 1);

        var run = new WaveformGp { ScreenSize = 16, BatchSize = 4 }.Continue(Problem(100, seed: 2), [.. before]);
        var points = run.Ask(100);

        Assert.Equal(4, points.Count);
        // Predicted from 16 points, the best of four is better than the worst of the screen by far.
        Assert.True(points.Min(point => s_surrogate.Evaluate(point).Loss) < before.Select(value => value.Loss).Order().ElementAt(8));
    }

    [Fact]
    public void More_evaluations_than_the_model_holds_are_no_harm()
    {
        var history = Run(new WaveformGp { ScreenSize = 20, ModelSize = 24 }, budget: 60, seed: 1);

        Assert.Equal(60, history.Count);
        Assert.True(history.Min(value => value.Loss) < history.Take(20).Min(value => value.Loss));
    }

    [Fact]
    public void Where_evaluations_fail_it_goes_on_elsewhere()
    {
        var problem = Problem(48, seed: 1);
        var solver = new WaveformGp { ScreenSize = 24 };

        var history = SolverRuns.Run(solver, problem, point => point[9] > 0.8 ? new PointValue(point, double.PositiveInfinity, []) : s_surrogate.Evaluate(point));

        Assert.Contains(history.Take(24), value => !value.IsFinite);
        Assert.True(history.Skip(24).Count(value => value.IsFinite) > 18);
    }

    [Fact]
    public void If_all_evaluations_fail_it_keeps_asking()
    {
        var history = SolverRuns.Run(new WaveformGp { ScreenSize = 5 }, Problem(12, seed: 1), point => new PointValue(point, double.PositiveInfinity, []));

        Assert.Equal(12, history.Count);
    }

    [Fact]
    public void Without_residuals_it_says_what_to_choose_instead()
    {
        var error = Assert.Throws<ArgumentException>(() => new WaveformGp().Begin(Problem(100, seed: 1) with { HasResiduals = false }));

        Assert.Contains("bayesian", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_of_the_variance_above_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WaveformGp { VarianceHeld = 1.2 }.Begin(Problem(100, seed: 1)));

    private static (double[] Best, double[] Random) Compare(bool isAttainable)
    {
        var runs = Enumerable.Range(1, 6).Select(seed =>
        {
            var surrogate = new WaveformSurrogate((ulong)seed, isAttainable);
            return (BestOf(new WaveformGp(), 100), BestOf(new RandomSearch(), 200));

            double BestOf(Solver solver, int budget) => SolverRuns.Run(solver, Problem(budget, (ulong)seed), surrogate.Evaluate).Min(value => value.Loss);
        }).ToArray();
        return ([.. runs.Select(run => run.Item1)], [.. runs.Select(run => run.Item2)]);
    }

    private static List<PointValue> Run(WaveformGp solver, int budget, ulong seed) => SolverRuns.Run(solver, Problem(budget, seed), s_surrogate.Evaluate);

    private static SolverProblem Problem(int budget, ulong seed) => WaveformSurrogate.Problem(budget, seed);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
