using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Tests.Networks;

namespace Hnn.Core.Tests.Optimization;

public sealed class StepwiseEvokedFitTests
{
    private const double StopTime = 60;
    private static readonly FitOptions Options = FitOptions.Default with { FreshTrials = 0 };

    // The first drive comes 2 ms too early.
    private static readonly Lazy<Dipole> _target = new(() => Column(firstMu: 14).Simulate(StopTime).Dipoles[0]);

    private static readonly Lazy<StepwiseFitResult> _fit = new(() => Fit(Stepwise(Column(firstMu: 12)), Options with { Threads = 1 }));

    [Fact]
    public void A_drive_that_comes_too_early_is_moved_and_the_fit_is_never_worse_than_its_start()
    {
        var fit = _fit.Value;

        Assert.Equal(14, fit.Best["evL2_mu"], 1.0);
        Assert.True(fit.Loss < 0.5 * fit.InitialLoss, $"{fit.Loss} of {fit.InitialLoss}");
        Assert.Equal(Column(firstMu: 12).Simulate(StopTime).Dipoles[0].Rmse(_target.Value), fit.InitialLoss);
        Assert.Equal(fit.Network.Simulate(StopTime).Dipoles[0].Rmse(_target.Value), fit.Loss);
        Assert.Equal(StopReason.BudgetSpent, fit.StopReason);
    }

    [Fact]
    public void Drives_are_fitted_in_the_order_of_time_then_all_from_the_best_so_far()
    {
        var fit = _fit.Value;

        Assert.Equal([["evL2"], ["late"], ["late", "evL2"]], fit.Steps.Select(step => step.Drives));
        Assert.Equal((fit.InitialLoss, fit.Steps[0].LossAfter), (fit.Steps[0].LossBefore, fit.Steps[1].LossBefore));
        Assert.Equal(fit.Steps.Min(step => Math.Min(step.LossBefore, step.LossAfter)), fit.Loss);
        // The start of a step is its first evaluation, at the same values up to the rounding of their coordinates.
        Assert.Equal(fit.Steps[2].LossBefore, fit.Steps[2].Fit.Initial!.Loss, 1e-9);
        Assert.All(fit.Steps, step => Assert.True(step.Fit.Loss <= step.Fit.Initial!.Loss));
        Assert.All(fit.Steps, step => Assert.Equal(12, step.Fit.History.Length));
    }

    [Fact]
    public void The_same_seed_gives_the_same_fit_on_any_number_of_threads()
    {
        var (first, second) = (_fit.Value, Fit(Stepwise(Column(12)), Options with { Threads = 3 }));

        Assert.Equal(first.Best, second.Best);
        Assert.Equal(first.Steps.SelectMany(step => step.Fit.History).Select(evaluation => evaluation.Loss), second.Steps.SelectMany(step => step.Fit.History).Select(evaluation => evaluation.Loss));
    }

    [Fact]
    public void Ranges_are_those_of_the_reference_and_no_evaluation_leaves_them()
    {
        var fit = _fit.Value;

        foreach (var p in fit.Steps.SelectMany(step => step.Fit.History).Select(evaluation => evaluation.Parameters))
        {
            AssertWithin(p, "evL2_mu", 12 - 3 * 2, 12 + 3 * 2);
            AssertWithin(p, "evL2_sigma", 1, 3);
            AssertWithin(p, "evL2_ampa_L5_pyramidal", 0, 6 * 0.05);
            AssertWithin(p, "late_mu", 40 - 3, 40 + 3);
            // A weight of 0 may grow to 1.
            AssertWithin(p, "late_nmda_L5_pyramidal", 0, 1);
        }
    }

    [Fact]
    public void Seeds_do_not_drift_since_drives_are_changed_in_place()
    {
        var net = Column(12);

        var fitted = _fit.Value.Network;

        Assert.Equal(net.GidRanges, fitted.GidRanges);
        Assert.Equal(net.Drives.Names, fitted.Drives.Names);
        Assert.Equal(
            fitted.Connections.Where(connection => connection is { SourceType: "evL2", Receptor: "ampa" }).Select(connection => connection.Weight),
            ((IEnumerable<string>)["L2_pyramidal", "L5_pyramidal"]).Select(type => fitted.Drives["evL2"].AmpaWeights[type]));
        Assert.Equal(12, ((EvokedDrive)net.Drives["evL2"]).Mu);
    }

    [Fact]
    public void Drives_whose_times_overlap_are_fitted_together()
    {
        var fit = Fit(new StepwiseEvokedFit(Column(firstMu: 12, firstSigma: 9), StopTime) { Solver = new SobolSearch(), EvaluationsPerStep = 2 });

        Assert.Equal([["evL2", "late"], ["late", "evL2"]], fit.Steps.Select(step => step.Drives));
    }

    [Fact]
    public void Only_the_drives_that_are_named_are_changed()
    {
        var fit = Fit(new StepwiseEvokedFit(Column(12), StopTime) { Solver = new SobolSearch(), EvaluationsPerStep = 4, Drives = ["late"] });

        Assert.All(fit.Best.Keys, name => Assert.StartsWith("late_", name, StringComparison.Ordinal));
        Assert.Equal(12, ((EvokedDrive)fit.Network.Drives["evL2"]).Mu);
    }

    [Fact]
    public void A_cancelled_fit_returns_the_best_so_far()
    {
        using var source = new CancellationTokenSource();
        var evaluations = 0;

        var fit = Stepwise(Column(12)).Fit(_target.Value, Options, new Told(Count), source.Token);

        Assert.Equal(StopReason.Cancelled, fit.StopReason);
        Assert.True(fit.Loss <= fit.InitialLoss);
        Assert.InRange(fit.Steps.Length, 1, 2);
        Assert.ThrowsAny<OperationCanceledException>(() => Stepwise(Column(12)).Fit(_target.Value, Options, cancellation: source.Token));

        void Count()
        {
            if (++evaluations == 14)
                source.Cancel();
        }
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var rhythmic = Columns.Small();
        rhythmic.AddPoissonDrive("noise", rates: 10, "proximal", Columns.PyramidalWeights);

        Assert.Contains("no evoked drive", Columns.Refusal(() => Fit(Stepwise(rhythmic))), StringComparison.Ordinal);
        Assert.Contains("'later'. The network has late, evL2", Columns.Refusal(() => Fit(new StepwiseEvokedFit(Column(12), StopTime) { Drives = ["later"] })), StringComparison.Ordinal);
        Assert.Contains("SigmaRange", Columns.Refusal(() => Fit(new StepwiseEvokedFit(Column(12), StopTime) { SigmaRange = 0 })), StringComparison.Ordinal);
        Assert.Contains("checkpoint", Columns.Refusal(() => Fit(Stepwise(Column(12)), Options with { Checkpoint = "fit.jsonl" })), StringComparison.Ordinal);
    }

    private static void AssertWithin(ParameterValues parameters, string name, double low, double high)
    {
        if (parameters.TryGetValue(name, out var value))
            Assert.InRange(value, low, high);
    }

    private static StepwiseEvokedFit Stepwise(Network net) => new(net, StopTime) { Solver = new LevenbergMarquardt(), EvaluationsPerStep = 12 };

    private static StepwiseFitResult Fit(StepwiseEvokedFit stepwise, FitOptions? options = null) =>
        stepwise.Fit(_target.Value, options ?? Options, cancellation: TestContext.Current.CancellationToken);

    // The later drive is added first, so that the order of time is not that of adding.
    private static Network Column(double firstMu, double firstSigma = 2)
    {
        var net = Columns.Small();
        var weights = new Dictionary<string, double> { ["L2_pyramidal"] = 0.05, ["L5_pyramidal"] = 0.05 };
        net.AddEvokedDrive("late", mu: 40, sigma: 1, spikeCount: 1, "proximal", weights, new Dictionary<string, double> { ["L5_pyramidal"] = 0 });
        net.AddEvokedDrive("evL2", firstMu, firstSigma, spikeCount: 1, "proximal", weights);
        return net;
    }

    private sealed class Told(Action told) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => told();
    }
}
