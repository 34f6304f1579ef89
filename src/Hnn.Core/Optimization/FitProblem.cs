using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Analysis;
using Hnn.Core.Batches;
using Hnn.Core.Networks;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization;

/// <summary>What is fitted, checked: from a point of the unit cube to a network, its simulation, and what that is worth.</summary>
internal sealed class FitProblem
{
    private readonly Network _initial;
    private readonly Action<Network, ParameterValues> _setParameters;
    private readonly IBatchEvaluator _evaluator;

    /// <summary>Checks everything that can be checked before the first simulation.</summary>
    /// <exception cref="ArgumentException">Budget, bounds, initial parameters, options, solver, objective and target do not go together, or the closure fails.</exception>
    /// <exception cref="NetworkException">The network with the initial parameters cannot be simulated.</exception>
    public FitProblem(Optimizer optimizer, Dipole? target, FitOptions options)
    {
        options.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(optimizer.MaxEvaluations, 1);
        (_initial, _setParameters) = (optimizer.InitialNetwork, optimizer.SetParameters);
        _evaluator = options.Evaluator ?? new BatchEvaluator();
        (Objective, Target, Options) = (optimizer.Objective, target, options);
        Cube = UnitCube.Of(optimizer.Constraints);
        Search = new SolverProblem
        {
            Start = Cube.PointOf(optimizer.InitialParameters ?? new Dictionary<string, double>()),
            Budget = optimizer.MaxEvaluations,
            Seed = optimizer.Seed,
            HasResiduals = Objective.HasResiduals,
        };
        _ = optimizer.Solver.Begin(Search);
        Simulation = SimulationOptions.Default with
        {
            StopTime = optimizer.StopTime, TimeStep = options.TimeStep, Trials = options.Trials, Threads = options.Threads,
        };
        Simulation.Check();
        if (options.SmoothingWindow is { } window)
            _ = HammingWindow.SamplesFor(window, 1000 / options.TimeStep, (int)Math.Round(optimizer.StopTime / options.TimeStep) + 1);
        Objective.Check(Simulation, target);
        StartPlan = SimulationPlan.For(StartNetwork(), Simulation);
    }

    public UnitCube Cube { get; }

    /// <summary>What the solver is told.</summary>
    public SolverProblem Search { get; }

    public Objective Objective { get; }

    public Dipole? Target { get; }

    public FitOptions Options { get; }

    /// <summary>How candidates are simulated.</summary>
    public SimulationOptions Simulation { get; }

    /// <summary>The network with the initial parameters, as it would be simulated.</summary>
    public SimulationPlan StartPlan { get; }

    /// <summary>Whether an evaluation is of the initial parameters.</summary>
    public bool IsStart(Evaluation evaluation) => evaluation.Point.AsSpan().SequenceEqual(Search.Start.AsSpan());

    /// <summary>A copy of the initial network with parameters set.</summary>
    public Network NetworkWith(ParameterValues parameters)
    {
        var net = _initial.Clone();
        _setParameters(net, parameters);
        return net;
    }

    /// <summary>Simulates points and says what they are worth.</summary>
    /// <param name="points">The points, each with the index its evaluation is to have.</param>
    /// <param name="simulation">How they are simulated.</param>
    /// <param name="told">Told each evaluation as it is done, one at a time, with what the objective saw; null if it failed.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early; what was finished has been told.</exception>
    public void Evaluate(
        IReadOnlyList<(int Index, ImmutableArray<double> Point)> points,
        SimulationOptions simulation,
        Action<Evaluation, ObjectiveInput?> told,
        CancellationToken cancellation)
    {
        var candidates = new List<(Evaluation Evaluation, Network Network)>();
        foreach (var (index, point) in points)
        {
            var fault = TrySet(point, out var parameters, out var network, cancellation);
            var evaluation = new Evaluation { Index = index, Point = point, Parameters = parameters, Loss = double.PositiveInfinity };
            if (fault is null)
                candidates.Add((evaluation, network!));
            else
                told(Failed(evaluation, fault), null);
        }

        _evaluator.Evaluate([.. candidates.Select(candidate => candidate.Network)], simulation, Finished, cancellation);

        void Finished(int place, BatchOutcome outcome)
        {
            var evaluation = candidates[place].Evaluation with { Elapsed = outcome.Elapsed };
            ObjectiveInput? input = null;
            var fault = outcome.Fault ?? Try(() => evaluation = Judged(evaluation, input = InputOf(outcome.Result!)), cancellation);
            if (fault is null)
                told(evaluation, input);
            else
                told(Failed(evaluation, fault), null);
        }
    }

    /// <summary>Dipoles as they are compared: scaled and smoothed.</summary>
    public ObjectiveInput InputOf(SimulationResult result) => ObjectiveInput.Of(result, Target, Options.ScaleFactor, Options.SmoothingWindow);

    private Evaluation Judged(Evaluation evaluation, ObjectiveInput input)
    {
        var score = Objective.Evaluate(input);
        if (!double.IsFinite(score.Loss))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The objective '{Objective.Name}' is {score.Loss}."));
        ImmutableArray<double> trialLosses = input.Trials.Length == 1
            ? [score.Loss]
            : [.. input.Trials.Select(trial => Objective.Evaluate(input with { Dipole = trial, Trials = [trial] }).Loss)];
        return evaluation with { Loss = score.Loss, TrialLosses = trialLosses, Residuals = score.Residuals };
    }

    private static Evaluation Failed(Evaluation evaluation, Exception fault) => evaluation with
    {
        Fault = $"With {string.Join(", ", evaluation.Parameters.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} = {value.Value}")))}: {fault.Message}",
    };

    private Network StartNetwork()
    {
        if (TrySet(Search.Start, out var parameters, out var network, CancellationToken.None) is not { } fault)
            return network!;
        throw new ArgumentException(
            $"The closure that sets parameters fails with the initial ones: {fault.Message} Mend it before the fit; the initial parameters are{Environment.NewLine}{parameters}", fault);
    }

    private Exception? TrySet(ImmutableArray<double> point, out ParameterValues parameters, out Network? network, CancellationToken cancellation)
    {
        var (values, net) = (Cube.UnlinkedValuesAt(point), (Network?)null);
        var fault = Try(() => net = NetworkWith(values = Cube.ValuesAt(point)), cancellation);
        (parameters, network) = (values, net);
        return fault;
    }

    // The user's closures may throw anything; the fit goes on and keeps the message.
    private static Exception? Try(Action action, CancellationToken cancellation)
    {
#pragma warning disable CA1031
        try
        {
            action();
            return null;
        }
        catch (Exception fault) when (!(fault is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            return fault;
        }
#pragma warning restore CA1031
    }
}
