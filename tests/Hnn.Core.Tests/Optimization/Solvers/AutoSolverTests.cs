using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class AutoSolverTests
{
    private static readonly WaveformSurrogate s_surrogate = new(101);

    [Fact]
    public void A_longer_fit_begins_as_a_shorter_one()
    {
        var few = Losses(new AutoSolver(), budget: 60);
        var many = Losses(new AutoSolver(), budget: 90);

        Assert.Equal(few, many.Take(60));
    }

    [Fact]
    public void The_same_seed_gives_the_same_history_and_another_one_another()
    {
        var losses = Losses(new AutoSolver(), budget: 50);

        Assert.Equal(losses, Losses(new AutoSolver(), budget: 50));
        Assert.NotEqual(losses[1..], Losses(new AutoSolver(), budget: 50, seed: 2)[1..]);
    }

    [Fact]
    public void It_begins_at_the_start() =>
        Assert.Equal(s_surrogate.Evaluate(WaveformSurrogate.Problem(1, 1).Start).Loss, Losses(new AutoSolver(), budget: 1)[0]);

    [Fact]
    public void In_few_dimensions_it_first_looks_along_lines_through_the_start()
    {
        var run = new AutoSolver().Begin(new SolverProblem { Start = [0.5, 0.25], Budget = 100, HasResiduals = true });

        double[][] expected = [[0.5, 0.25], [0.1, 0.25], [0.3, 0.25], [0.7, 0.25], [0.9, 0.25], [0.5, 0.1], [0.5, 0.5], [0.5, 0.7], [0.5, 0.9]];
        Assert.Equal(expected.SelectMany(point => point), run.Ask(100).SelectMany(point => point), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    // Short stages, so that all of them take part: screen and emulator, least squares, CMA-ES, the emulator again.
    [Fact]
    public void All_stages_take_turns_until_the_budget_is_spent()
    {
        var settings = new AutoSolver { ScreenSize = 10, ModelEvaluations = 2 };

        var losses = Losses(settings, budget: 120);

        Assert.Equal(120, losses.Length);
        Assert.True(losses.Min() < 0.2 * losses[0]);
    }

    [Fact]
    public void Without_residuals_it_finds_its_way_too()
    {
        var problem = WaveformSurrogate.Problem(120, 1) with { HasResiduals = false };

        var history = SolverRuns.Minimize(new AutoSolver { ModelEvaluations = 6 }, problem, point => s_surrogate.Evaluate(point).Loss);

        Assert.Equal(120, history.Count);
        Assert.True(history.Min(value => value.Loss) < 0.25 * history[0].Loss);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AutoSolver { ScreenSize = 3 }.Begin(WaveformSurrogate.Problem(10, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AutoSolver { ModelEvaluations = 0 }.Begin(WaveformSurrogate.Problem(10, 1)));
    }

    private static double[] Losses(Solver solver, int budget, ulong seed = 1) =>
        [.. SolverRuns.MinimizeResiduals(solver, WaveformSurrogate.Problem(budget, seed), point => [.. s_surrogate.Evaluate(point).Residuals]).Select(value => value.Loss)];
}
