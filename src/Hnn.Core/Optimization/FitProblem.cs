using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Batches;
using Hnn.Core.Networks;
using Hnn.Core.Optimization.Objectives;
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
    /// <exception cref="ArgumentException">Bounds, initial parameters, options, objective and target do not go together, or the closure fails.</exception>
    /// <exception cref="NetworkException">The network with the initial parameters cannot be simulated.</exception>
    public FitProblem(Optimizer optimizer, Dipole? target, FitOptions options)
    {
        options.Check();
        (_initial, _setParameters) = (optimizer.InitialNetwork, optimizer.SetParameters);
        _evaluator = options.Evaluator ?? new BatchEvaluator();
        (Objective, Target, Options) = (optimizer.Objective, target, options);
        Cube = UnitCube.Of(optimizer.Constraints);
        Start = Cube.PointOf(optimizer.InitialParameters ?? new Dictionary<string, double>());
        Simulation = SimulationOptions.Default with
        {
            StopTime = optimizer.StopTime, TimeStep = options.TimeStep, Trials = options.Trials, Threads = options.Threads,
        };
        Simulation.Check();
        Objective.Check(Simulation, target);
        StartPlan = SimulationPlan.For(StartNetwork(), Simulation);
    }

    public UnitCube Cube { get; }

    /// <summary>Where the fit begins. Shape: [dimension].</summary>
    public ImmutableArray<double> Start { get; }

    public Objective Objective { get; }

    public Dipole? Target { get; }

    public FitOptions Options { get; }

    /// <summary>How candidates are simulated.</summary>
    public SimulationOptions Simulation { get; }

    /// <summary>The network with the initial parameters, as it would be simulated.</summary>
    public SimulationPlan StartPlan { get; }

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
        var candidates = new List<(int Index, ImmutableArray<double> Point, ParameterValues Parameters, Network Network)>();
        foreach (var (index, point) in points)
        {
            var parameters = Cube.ValuesAt(point);
            if (TrySet(parameters, out var network, out var fault))
                candidates.Add((index, point, parameters, network));
            else
                told(Failed(index, point, parameters, fault), null);
        }

        _evaluator.Evaluate([.. candidates.Select(candidate => candidate.Network)], simulation, Finished, cancellation);

        void Finished(int place, BatchOutcome outcome)
        {
            var (index, point, parameters, _) = candidates[place];
            if (outcome.Result is not { } result)
                told(Failed(index, point, parameters, outcome.Fault!) with { Elapsed = outcome.Elapsed }, null);
            else
                Judge(index, point, parameters, result, outcome.Elapsed, told);
        }
    }

    /// <summary>A dipole as it is compared: scaled and smoothed.</summary>
    public ObjectiveInput InputOf(SimulationResult result) => ObjectiveInput.Of(result, Target, Options.ScaleFactor, Options.SmoothingWindow);

    private void Judge(
        int index, ImmutableArray<double> point, ParameterValues parameters, SimulationResult result, TimeSpan elapsed, Action<Evaluation, ObjectiveInput?> told)
    {
        ObjectiveInput? input = null;
        Evaluation evaluation;
#pragma warning disable CA1031 // A closure of the user's may throw anything; the fit goes on and keeps the message.
        try
        {
            input = InputOf(result);
            var score = Objective.Evaluate(input);
            ImmutableArray<double> trialLosses = input.Trials.Length == 1
                ? [score.Loss]
                : [.. input.Trials.Select(trial => Objective.Evaluate(new ObjectiveInput(trial, [trial], result, Target)).Loss)];
            evaluation = double.IsFinite(score.Loss)
                ? new Evaluation { Index = index, Point = point, Parameters = parameters, Loss = score.Loss, TrialLosses = trialLosses, Residuals = score.Residuals, Elapsed = elapsed }
                : Failed(index, point, parameters, new InvalidOperationException($"The objective '{Objective.Name}' is {score.Loss.ToString(CultureInfo.InvariantCulture)}."));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            evaluation = Failed(index, point, parameters, fault);
        }
#pragma warning restore CA1031

        told(evaluation with { Elapsed = elapsed }, evaluation.Fault is null ? input : null);
    }

    private bool TrySet(ParameterValues parameters, out Network network, out Exception fault)
    {
        (network, fault) = (null!, null!);
#pragma warning disable CA1031 // As above: the user's closure may throw anything.
        try
        {
            network = NetworkWith(parameters);
            return true;
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            fault = thrown;
            return false;
        }
#pragma warning restore CA1031
    }

    private static Evaluation Failed(int index, ImmutableArray<double> point, ParameterValues parameters, Exception fault) => new()
    {
        Index = index,
        Point = point,
        Parameters = parameters,
        Loss = double.PositiveInfinity,
        Fault = $"{fault.Message} With {string.Join(", ", parameters.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} = {value.Value}")))}.",
    };

    private Network StartNetwork()
    {
        var parameters = Cube.ValuesAt(Start);
        if (TrySet(parameters, out var network, out var fault))
            return network;
        throw new ArgumentException(
            $"The closure that sets parameters fails with the initial ones: {fault.Message} Mend it before the fit; the initial parameters are{Environment.NewLine}{parameters}", fault);
    }
}
