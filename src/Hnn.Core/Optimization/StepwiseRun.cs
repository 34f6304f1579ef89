using System.Collections.Immutable;
using System.Diagnostics;
using Hnn.Core.Batches;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;
using MathNet.Numerics.Distributions;

namespace Hnn.Core.Optimization;

/// <summary>A stepwise fit in progress. Values are those of all fitted drives; a step changes those of its own drives.</summary>
internal sealed class StepwiseRun
{
    private readonly StepwiseEvokedFit _settings;
    private readonly Dipole _target;
    private readonly FitOptions _options;
    private readonly IBatchEvaluator _evaluator;
    private readonly IProgress<FitProgress>? _progress;
    private readonly ImmutableArray<EvokedDrive> _drives;
    private readonly ImmutableArray<Step> _plan;
    private readonly List<StepwiseStep> _made = [];
    private Place _current;
    private Place _best;

    /// <summary>Plans the steps.</summary>
    public StepwiseRun(StepwiseEvokedFit settings, ImmutableArray<EvokedDrive> drives, Dipole target, FitOptions options, IProgress<FitProgress>? progress)
    {
        (_settings, _drives, _target, _progress) = (settings, drives, target, progress);
        _evaluator = options.Evaluator ?? new BatchEvaluator();
        _options = options with { Evaluator = _evaluator };
        _plan = Plan();
        var values = drives.SelectMany(drive => EvokedParameters.Of(settings, drive)).ToImmutableDictionary(parameter => parameter.Name, parameter => parameter.Value);
        _current = _best = new Place(values, double.PositiveInfinity);
    }

    /// <summary>Makes the steps.</summary>
    public StepwiseFitResult Execute(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var problems = _plan.Select((step, index) => new FitProblem(OptimizerOf(step, index), _target, _options)).ToArray();
        cancellation.ThrowIfCancellationRequested();
        var initial = _current = _best = At(_current.Values, problems[^1]);
        var reason = StopReason.BudgetSpent;
        foreach (var (index, step) in _plan.Index())
        {
            if (index == _plan.Length - 1)
                _current = _best;
            reason = Make(step, index, problems[^1], _options.TimeLimit - clock.Elapsed, cancellation);
            if (reason is StopReason.Cancelled or StopReason.TimeSpent)
                break;
        }

        var best = _best;
        return new StepwiseFitResult(() => NetworkWith(best.Values))
        {
            Best = new ParameterValues(_drives.SelectMany(drive => EvokedParameters.Of(_settings, drive)).Select(parameter => KeyValuePair.Create(parameter.Name, best.Values[parameter.Name]))),
            Loss = best.Loss,
            InitialLoss = initial.Loss,
            Steps = [.. _made],
            StopReason = reason,
        };
    }

    private StopReason Make(Step step, int index, FitProblem whole, TimeSpan? left, CancellationToken cancellation)
    {
        if (left <= TimeSpan.Zero)
            return StopReason.TimeSpent;
        var isLast = index == _plan.Length - 1;
        FitResult fit;
        try
        {
            fit = OptimizerOf(step, index).Fit(_target, _options with { TimeLimit = left, FreshTrials = isLast ? _options.FreshTrials : 0 }, _progress, cancellation);
        }
        catch (OperationCanceledException) when (_made.Count > 0 && cancellation.IsCancellationRequested)
        {
            return StopReason.Cancelled;
        }

        var values = _current.Values.SetItems(fit.Best);
        var after = isLast ? new Place(values, fit.Loss) : At(values, whole);
        _made.Add(new StepwiseStep([.. step.Drives.Select(drive => drive.Name)], fit, _current.Loss, after.Loss));
        _current = after;
        if (after.Loss < _best.Loss)
            _best = after;
        return fit.StopReason;
    }

    private ImmutableArray<Step> Plan()
    {
        var groups = new List<List<EvokedDrive>>();
        var end = double.NegativeInfinity;
        foreach (var drive in _drives.OrderBy(drive => drive.Mu - Reach(drive)))
        {
            if (groups.Count == 0 || drive.Mu - Reach(drive) >= end)
                groups.Add([]);
            groups[^1].Add(drive);
            end = Math.Max(end, drive.Mu + Reach(drive));
        }

        return
        [
            .. groups.Select((group, index) => new Step([.. group], Objective.Rmse(weight: WeightOf(group, groups.ElementAtOrDefault(index + 1))))),
            new Step(_drives, Objective.Rmse()),
        ];
    }

    private double Reach(EvokedDrive drive) => _settings.TimingRange * drive.Sigma;

    // From when the first of the drives acts to when the first of the next step's does.
    private static Func<double, double> WeightOf(List<EvokedDrive> drives, List<EvokedDrive>? next)
    {
        var (first, later) = (drives.MinBy(drive => drive.Mu)!, next?.MinBy(drive => drive.Mu));
        return time => Math.Max(0, Onset(first, time) - (later is null ? 0 : Onset(later, time)));
    }

    private static double Onset(EvokedDrive drive, double time)
    {
        const double SharpestOnset = 1e-3;
        return Normal.CDF(drive.Mu, Math.Max(drive.Sigma, SharpestOnset), time);
    }

    private Optimizer OptimizerOf(Step step, int index)
    {
        var values = _current.Values;
        var space = new ParameterSpace();
        foreach (var (name, _, range) in step.Drives.SelectMany(drive => EvokedParameters.Of(_settings, drive)))
            space.Add(name, range);
        return new Optimizer(_settings.InitialNetwork, _settings.StopTime, space, (net, parameters) => Set(net, values.SetItems(parameters)))
        {
            InitialParameters = space.ToDictionary(parameter => parameter.Key, parameter => values[parameter.Key]),
            Objective = step.Objective,
            Solver = _settings.Solver,
            MaxEvaluations = _settings.EvaluationsPerStep,
            Seed = _settings.Seed + (ulong)index,
        };
    }

    // The loss over the whole time.
    private Place At(ImmutableDictionary<string, double> values, FitProblem whole)
    {
        var outcome = _evaluator.Evaluate([NetworkWith(values)], whole.Simulation)[0];
        return outcome.Result is { } result
            ? new Place(values, whole.Objective.Evaluate(whole.InputOf(result)).Loss)
            : throw new InvalidOperationException($"The network cannot be evaluated: {outcome.Fault!.Message}", outcome.Fault);
    }

    private Network NetworkWith(ImmutableDictionary<string, double> values)
    {
        var net = _settings.InitialNetwork.Clone();
        Set(net, values);
        return net;
    }

    private void Set(Network net, ImmutableDictionary<string, double> values)
    {
        foreach (var drive in _drives)
            EvokedParameters.Set(net, drive.Name, values);
    }

    private sealed record Step(ImmutableArray<EvokedDrive> Drives, Objective Objective);

    private sealed record Place(ImmutableDictionary<string, double> Values, double Loss);
}
