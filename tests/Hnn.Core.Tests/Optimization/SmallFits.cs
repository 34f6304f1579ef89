using System.Collections.Immutable;
using Hnn.Core.Batches;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Tests.Networks;

namespace Hnn.Core.Tests.Optimization;

/// <summary>Fits of one drive's time and weight on a 3 × 3 column, 30 ms long.</summary>
internal static class SmallFits
{
    public const double StopTime = 30;

    private static readonly Lazy<Dipole> _target = new(() => Simulated(new ParameterValues([new("mu", 9), new("weight", 0.1)])).Dipoles[0]);

    /// <summary>The dipole at <c>mu</c> 9 and <c>weight</c> 0.1.</summary>
    public static Dipole Target => _target.Value;

    public static ParameterSpace Space => new() { ["mu"] = (5, 15), ["weight"] = (0.01, 0.3) };

    /// <summary>Options without fresh seeds.</summary>
    public static FitOptions Options => FitOptions.Default with { FreshTrials = 0 };

    /// <summary>Adds the drive that is fitted.</summary>
    public static void AddDrive(Network net, ParameterValues p) => net.AddEvokedDrive(
        "ev", p["mu"], sigma: 1, spikeCount: 1, "proximal",
        new Dictionary<string, double> { ["L2_pyramidal"] = p["weight"], ["L5_pyramidal"] = p["weight"] });

    public static Optimizer Optimizer(
        Solver solver, int evaluations, Objective? objective = null, Action<Network, ParameterValues>? set = null, ParameterSpace? space = null,
        Dictionary<string, double>? initial = null) =>
        new(Columns.Small(), StopTime, space ?? Space, set ?? AddDrive)
        {
            Solver = solver, MaxEvaluations = evaluations, Objective = objective ?? Objective.Rmse(), InitialParameters = initial, Seed = 3,
        };

    /// <summary>Fits to <see cref="Target"/>.</summary>
    public static FitResult Fit(Optimizer optimizer, FitOptions? options = null, Action<FitProgress>? told = null, CancellationToken? cancellation = null) =>
        optimizer.Fit(Target, options ?? Options, told is null ? null : new Told(told), cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>Takes a fit to <see cref="Target"/> up again.</summary>
    public static FitResult Resume(Optimizer optimizer, string checkpoint, Action<FitProgress>? told = null) =>
        optimizer.Resume(checkpoint, Target, Options, told is null ? null : new Told(told), TestContext.Current.CancellationToken);

    public static SimulationResult Simulated(ParameterValues parameters, int firstTrial = 0, int trials = 1)
    {
        var net = Columns.Small();
        AddDrive(net, parameters);
        return net.Simulate(SimulationOptions.Default with { StopTime = StopTime, FirstTrial = firstTrial, Trials = trials });
    }

    /// <summary>Asserts that two fits made the same evaluations, bit for bit.</summary>
    public static void AssertSameHistory(FitResult expected, FitResult actual)
    {
        Assert.Equal(expected.History.Select(Content), actual.History.Select(Content));
        Assert.Equal(expected.BestEvaluation.Index, actual.BestEvaluation.Index);

        static (int Index, string Point, ParameterValues Parameters, double Loss, string TrialLosses, string Residuals) Content(Evaluation evaluation) =>
            (evaluation.Index, Bits(evaluation.Point), evaluation.Parameters, evaluation.Loss, Bits(evaluation.TrialLosses), Bits(evaluation.Residuals));
    }

    private static string Bits(ImmutableArray<double> values) => string.Join(' ', values.Select(value => BitConverter.DoubleToUInt64Bits(value).ToString("x16")));

    private sealed class Told(Action<FitProgress> told) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => told(value);
    }

    /// <summary>Counts what is simulated.</summary>
    public sealed class CountingEvaluator : IBatchEvaluator
    {
        private readonly BatchEvaluator _evaluator = new();

        public int Networks { get; private set; }

        public ImmutableArray<BatchOutcome> Evaluate(
            IReadOnlyList<Network> networks, SimulationOptions options, Action<int, BatchOutcome>? finished = null, CancellationToken cancellation = default)
        {
            Networks += networks.Count;
            return _evaluator.Evaluate(networks, options, finished, cancellation);
        }
    }
}
