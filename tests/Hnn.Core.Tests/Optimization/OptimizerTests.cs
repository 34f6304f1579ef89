using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Tests.Networks;

namespace Hnn.Core.Tests.Optimization;

public sealed class OptimizerTests
{
    private static readonly SobolSearch Sobol = new() { BatchSize = 4 };

    private static readonly Dictionary<string, (Optimizer Optimizer, Dipole? Target, FitOptions Options, string Says)> Bad = new()
    {
        ["start out of bounds"] = (SmallFits.Optimizer(Sobol, 4, initial: new() { ["mu"] = 20 }), SmallFits.Target, SmallFits.Options, "'mu' is 20, outside its bounds 5 to 15"),
        ["unknown initial parameter"] = (SmallFits.Optimizer(Sobol, 4, initial: new() { ["my"] = 10 }), SmallFits.Target, SmallFits.Options, "no parameter 'my', only: mu, weight"),
        ["closure that asks for an unknown parameter"] = (
            SmallFits.Optimizer(Sobol, 4, set: (net, p) => net.Celsius = p["sigma"]), SmallFits.Target, SmallFits.Options, "There is no parameter 'sigma', only: mu, weight"),
        ["closure that fails"] = (
            SmallFits.Optimizer(Sobol, 4, set: (_, _) => throw new InvalidOperationException("Out of luck.")), SmallFits.Target, SmallFits.Options, "Out of luck."),
        ["formula that fails"] = (
            SmallFits.Optimizer(Sobol, 4, space: new() { ["mu"] = (5, 15), ["weight"] = Parameter.Linked("mu", _ => double.NaN) }), SmallFits.Target, SmallFits.Options, "'weight' gives NaN"),
        ["no target"] = (SmallFits.Optimizer(Sobol, 4), null, SmallFits.Options, "Pass a target"),
        ["target after the end"] = (SmallFits.Optimizer(Sobol, 4), new Dipole([100, 101, 102], [0, 1, 0]), SmallFits.Options, "no sample in common"),
        ["no evaluations"] = (SmallFits.Optimizer(Sobol, 0), SmallFits.Target, SmallFits.Options, "MaxEvaluations"),
        ["no trials"] = (SmallFits.Optimizer(Sobol, 4), SmallFits.Target, SmallFits.Options with { Trials = 0 }, "Trials"),
        ["smoothing longer than the simulation"] = (SmallFits.Optimizer(Sobol, 4), SmallFits.Target, SmallFits.Options with { SmoothingWindow = 31 }, "smoothing window"),
        ["smoothing shorter than a millisecond"] = (SmallFits.Optimizer(Sobol, 4), SmallFits.Target, SmallFits.Options with { SmoothingWindow = 0.5 }, "shorter than 1 ms"),
        ["a solver that needs residuals"] = (SmallFits.Optimizer(new LevenbergMarquardt(), 4, Objective.Correlation()), SmallFits.Target, SmallFits.Options, "residuals"),
    };

    public static TheoryData<string> BadInput => [.. Bad.Keys];

    [Theory, MemberData(nameof(BadInput))]
    public async Task Bad_input_is_refused_before_the_first_simulation(string what)
    {
        using var folder = new Testing.TemporaryFolder();
        var evaluator = new SmallFits.CountingEvaluator();
        var (optimizer, target, options, says) = Bad[what];
        options = options with { Evaluator = evaluator, Checkpoint = folder.PathOf("fit.jsonl") };

        var fault = Assert.ThrowsAny<ArgumentException>(() => optimizer.Fit(target, options, cancellation: TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => optimizer.FitAsync(target, options, cancellation: TestContext.Current.CancellationToken));

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, evaluator.Networks);
        Assert.False(File.Exists(options.Checkpoint));
    }

    [Fact]
    public void Faulty_bounds_are_refused_when_the_optimizer_is_made_all_at_once()
    {
        ParameterSpace space = new() { ["mu"] = (15, 5), ["weight"] = (0.1, 0.1), ["sigma"] = (double.NaN, 1) };

        var fault = Assert.ThrowsAny<ArgumentException>(() => SmallFits.Optimizer(Sobol, 4, space: space));

        Assert.All(["'mu' are 15 and 5", "'weight' are 0.1 and 0.1", "'sigma', NaN and 1"], part => Assert.Contains(part, fault.Message, StringComparison.Ordinal));
        Assert.ThrowsAny<ArgumentException>(() => SmallFits.Optimizer(Sobol, 4, space: []));
    }

    [Fact]
    public void A_network_that_cannot_be_simulated_is_refused_with_all_its_faults()
    {
        var optimizer = SmallFits.Optimizer(Sobol, 4, set: (net, _) =>
        {
            foreach (var name in (string[])["late", "later"])
                net.AddPoissonDrive(name, rates: 10, "proximal", Columns.PyramidalWeights, start: 2 * SmallFits.StopTime);
        });

        var fault = Assert.Throws<NetworkException>(() => SmallFits.Fit(optimizer));

        Assert.Equal(2, fault.Problems.Length);
    }

    [Fact]
    public void A_closure_that_throws_in_the_middle_costs_that_evaluation_only()
    {
        var optimizer = SmallFits.Optimizer(Sobol, 8, set: (net, p) =>
        {
            if (p["mu"] > 11)
                throw new InvalidOperationException("Too late.");
            SmallFits.AddDrive(net, p);
        });

        var fit = SmallFits.Fit(optimizer);

        Assert.Equal(Enumerable.Range(0, 8), fit.History.Select(evaluation => evaluation.Index));
        Assert.Contains(fit.History, evaluation => evaluation.Fault is not null);
        Assert.All(fit.History, evaluation => Assert.Equal(evaluation.Parameters["mu"] > 11, double.IsPositiveInfinity(evaluation.Loss)));
        Assert.All(fit.History.Where(evaluation => evaluation.Fault is not null), evaluation =>
            Assert.Equal(FormattableString.Invariant($"With mu = {evaluation.Parameters["mu"]}, weight = {evaluation.Parameters["weight"]}: Too late."), evaluation.Fault));
    }

    [Fact]
    public void An_objective_that_is_not_a_number_costs_that_evaluation_only()
    {
        var calls = 0;
        var optimizer = SmallFits.Optimizer(Sobol, 6, Objective.Custom("odd", input => ++calls % 2 == 0 ? double.NaN : input.Dipole.Rmse(SmallFits.Target)));

        var fit = SmallFits.Fit(optimizer);

        var failed = fit.History.Where(evaluation => double.IsPositiveInfinity(evaluation.Loss)).ToList();
        Assert.Equal(3, failed.Count);
        Assert.All(failed, evaluation => Assert.Contains("The objective 'odd' is NaN.", evaluation.Fault, StringComparison.Ordinal));
        Assert.All(failed, evaluation => Assert.Empty(evaluation.TrialLosses));
    }

    [Fact]
    public void A_formula_that_fails_in_the_middle_costs_that_evaluation_only()
    {
        ParameterSpace space = new() { ["mu"] = (5, 15), ["weight"] = Parameter.Linked("mu", mu => mu > 11 ? double.NaN : 0.1) };

        var fit = SmallFits.Fit(SmallFits.Optimizer(Sobol, 8, space: space));

        Assert.All(fit.History, evaluation => Assert.Equal(evaluation.Parameters["mu"] > 11, evaluation.Fault is not null));
        Assert.Contains(fit.History, evaluation => evaluation.Fault is not null);
    }

    [Fact]
    public void If_every_evaluation_fails_the_first_reason_is_told()
    {
        var optimizer = SmallFits.Optimizer(Sobol, 3, Objective.Custom("none", _ => double.NaN));

        var fault = Assert.Throws<InvalidOperationException>(() => SmallFits.Fit(optimizer));

        Assert.StartsWith("All 3 evaluations failed. The first one: With mu = 10, weight = 0.155: The objective 'none' is NaN.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_linked_and_logarithmic_parameters_reach_the_closure()
    {
        var seen = new List<ParameterValues>();
        ParameterSpace space = new()
        {
            ["mu"] = Parameter.Fixed(9), ["weight"] = Parameter.Log(0.01, 1), ["double"] = Parameter.Linked("weight", weight => 2 * weight),
        };

        var fit = SmallFits.Fit(SmallFits.Optimizer(Sobol, 4, space: space, set: (net, p) =>
        {
            seen.Add(p);
            SmallFits.AddDrive(net, p);
        }));

        Assert.All(seen, p => Assert.Equal((9, 2 * p["weight"]), (p["mu"], p["double"])));
        // The geometric mean of the bounds, to the rounding of a logarithm.
        Assert.Equal(0.1, fit.Initial!.Parameters["weight"], 1e-15);
        Assert.Equal(["mu", "weight", "double"], fit.Best.Keys);
        Assert.Equal(["weight"], fit.FreeParameters);
    }

    [Fact]
    public void The_network_of_the_result_has_the_loss_of_the_best_evaluation_bit_for_bit()
    {
        var fit = SmallFits.Fit(SmallFits.Optimizer(Sobol, 6), SmallFits.Options with { ScaleFactor = 30, SmoothingWindow = 5 });

        var dipole = fit.Network.Simulate(SmallFits.StopTime).Dipoles[0].Scaled(30).Smoothed(5);

        Assert.Equal(fit.Loss, dipole.Rmse(SmallFits.Target));
        Assert.Equal(fit.RunningBest[^1], fit.Loss);
    }

    [Fact]
    public void The_loss_of_several_trials_is_that_of_their_mean_and_each_has_its_own()
    {
        var fit = SmallFits.Fit(SmallFits.Optimizer(Sobol, 2), SmallFits.Options with { Trials = 3 });

        var dipoles = SmallFits.Simulated(fit.Best, trials: 3).Dipoles;

        Assert.Equal(dipoles.Average().Rmse(SmallFits.Target), fit.Loss);
        Assert.Equal(dipoles.Select(dipole => dipole.Rmse(SmallFits.Target)), fit.BestEvaluation.TrialLosses);
    }

    [Fact]
    public void A_fit_comes_close_to_the_values_behind_its_target()
    {
        var fit = SmallFits.Fit(SmallFits.Optimizer(new LevenbergMarquardt(), 30));

        // The dipole follows the drive's time at once, so half a millisecond is far more than the search needs.
        Assert.Equal(9, fit.Best["mu"], 0.5);
        Assert.True(fit.Loss < 0.5 * fit.Initial!.Loss, $"{fit.Loss} of {fit.Initial.Loss}");
    }
}
