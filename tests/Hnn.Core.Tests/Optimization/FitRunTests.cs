using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Testing;

namespace Hnn.Core.Tests.Optimization;

public sealed class FitRunTests
{
    private static readonly SobolSearch Sobol = new() { BatchSize = 4 };

    public static TheoryData<string> Solvers => ["sobol", "lm", "cobyla"];

    public static TheoryData<string> Names => [.. Solver.Names];

    [Theory, MemberData(nameof(Solvers))]
    public void The_same_seed_gives_the_same_history_on_any_number_of_threads(string solver)
    {
        var optimizer = SmallFits.Optimizer(SolverNamed(solver), 10);
        var expected = SmallFits.Fit(optimizer, SmallFits.Options with { Threads = 1 });

        foreach (var threads in (int[])[2, 8])
            SmallFits.AssertSameHistory(expected, SmallFits.Fit(optimizer, SmallFits.Options with { Threads = threads }));
        Assert.Equal(10, expected.History.Length);
        Assert.Equal(StopReason.BudgetSpent, expected.StopReason);
    }

    [Fact]
    public void Another_seed_gives_another_history()
    {
        var (first, second) = (SmallFits.Optimizer(Sobol, 4), new Optimizer(Networks.Columns.Small(), SmallFits.StopTime, SmallFits.Space, SmallFits.AddDrive) { Solver = Sobol, MaxEvaluations = 4, Seed = 4 });

        Assert.NotEqual(SmallFits.Fit(first).History[1].Parameters, SmallFits.Fit(second).History[1].Parameters);
    }

    [Theory]
    [InlineData("cobyla", 1)]
    [InlineData("lm", 5)]
    public void A_cancelled_fit_returns_the_best_so_far_and_its_checkpoint_holds_all_that_was_told(string solver, int cancelAt)
    {
        using var folder = new TemporaryFolder();
        using var source = new CancellationTokenSource();
        var checkpoint = folder.PathOf("fit.jsonl");
        var told = new List<Evaluation>();

        var fit = SmallFits.Fit(SmallFits.Optimizer(SolverNamed(solver), 40), SmallFits.Options with { Checkpoint = checkpoint, FreshTrials = 2 }, Told, source.Token);

        Assert.Equal(StopReason.Cancelled, fit.StopReason);
        Assert.InRange(fit.History.Length, cancelAt, 39);
        Assert.Equal(told.OrderBy(evaluation => evaluation.Index), fit.History);
        Assert.Equal(told.Min(evaluation => evaluation.Loss), fit.Loss);
        Assert.Equal(1 + told.Count, File.ReadAllLines(checkpoint).Length);
        Assert.Empty(fit.Fresh);

        void Told(FitProgress progress)
        {
            told.Add(progress.Last);
            if (progress.Evaluations == cancelAt)
                source.Cancel();
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void The_initial_parameters_are_evaluated_before_any_other(string solver)
    {
        using var source = new CancellationTokenSource();

        var fit = SmallFits.Fit(SmallFits.Optimizer(solver, 40), SmallFits.Options with { Threads = 2 }, _ => source.Cancel(), source.Token);

        Assert.Equal([fit.Initial!], fit.History);
        Assert.Equal((10, 0.155), (fit.Best["mu"], fit.Best["weight"]));
    }

    [Fact]
    public void A_fit_cancelled_before_its_first_evaluation_has_nothing_to_return()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => SmallFits.Fit(SmallFits.Optimizer(Sobol, 4), cancellation: source.Token));
    }

    [Fact]
    public void A_time_limit_ends_the_fit_after_the_batch_in_which_it_was_reached()
    {
        var fit = SmallFits.Fit(SmallFits.Optimizer(Sobol, 100), SmallFits.Options with { TimeLimit = TimeSpan.FromTicks(1) });

        Assert.Equal((StopReason.TimeSpent, 4), (fit.StopReason, fit.History.Length));
        Assert.InRange(fit.SolverElapsed, TimeSpan.Zero, fit.Elapsed);
    }

    [Fact]
    public void A_solver_that_has_nothing_more_to_try_ends_the_fit()
    {
        var fit = SmallFits.Fit(SmallFits.Optimizer(new Cobyla { InitialRadius = 0.2, FinalRadius = 0.1 }, 100));

        Assert.Equal(StopReason.Converged, fit.StopReason);
        Assert.InRange(fit.History.Length, 3, 99);
    }

    [Fact]
    public void Progress_is_told_once_for_each_evaluation_with_the_time_that_is_left()
    {
        var told = new List<FitProgress>();

        var fit = SmallFits.Fit(SmallFits.Optimizer(Sobol, 6), told: told.Add);

        Assert.Equal([1, 2, 3, 4, 5, 6], told.Select(progress => progress.Evaluations));
        Assert.Equal(fit.History.ToHashSet(), told.Select(progress => progress.Last).ToHashSet());
        Assert.All(told.Index(), each => Assert.Equal(told.Take(each.Index + 1).Min(other => other.Last.Loss), each.Item.Best.Loss));
        Assert.All(told, progress => Assert.Equal(progress.Last.Loss, progress.LastDipole!.Rmse(SmallFits.Target)));
        Assert.All(told.SkipLast(1), progress => Assert.True(progress.Remaining > TimeSpan.Zero));
        Assert.Equal((1, TimeSpan.Zero), (told[^1].Fraction, told[^1].Remaining));
    }

    [Fact]
    public void The_best_are_judged_on_the_same_trials_that_the_fit_has_not_seen()
    {
        var fit = SmallFits.Fit(SmallFits.Optimizer(Sobol, 6), SmallFits.Options with { Trials = 2, FreshTrials = 3, FreshCandidates = 2 });

        var ranked = fit.History.OrderBy(evaluation => evaluation.Loss).Take(2).Union([fit.Initial!]);
        Assert.Equal(ranked, fit.Fresh.Select(score => score.Evaluation));
        foreach (var score in fit.Fresh)
        {
            var dipoles = SmallFits.Simulated(score.Evaluation.Parameters, firstTrial: 2, trials: 3).Dipoles;
            Assert.Equal(dipoles.Select(dipole => dipole.Rmse(SmallFits.Target)), score.TrialLosses);
            Assert.Equal(dipoles.Average().Rmse(SmallFits.Target), score.MeanDipoleLoss);
        }
    }

    private static Solver SolverNamed(string name) => name switch
    {
        "sobol" => Sobol,
        "lm" => new LevenbergMarquardt(),
        _ => new Cobyla(),
    };
}
