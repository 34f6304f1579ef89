using System.Collections.Immutable;
using System.Diagnostics;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;

namespace Hnn.Core.Optimization;

/// <summary>A fit in progress: asks the solver, has its points simulated or finds them in the checkpoint, tells the solver.</summary>
internal sealed class FitRun(Optimizer optimizer, FitProblem problem, Checkpoint? checkpoint, IProgress<FitProgress>? progress)
{
    private readonly SortedDictionary<int, Evaluation> _history = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Stopwatch _solverClock = new();
    private Evaluation? _best;
    private int _simulated;

    /// <summary>Searches, then judges the best on fresh seeds.</summary>
    public FitResult Execute(CancellationToken cancellation)
    {
        var reason = Search(cancellation);
        if (_best is null)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"All {_history.Count} evaluations failed. The first one: {_history.Values.FirstOrDefault()?.Fault} Mend the closure, the bounds or the objective.");
        }

        return new FitResult(problem, _best)
        {
            History = [.. _history.Values],
            StopReason = reason,
            Fresh = reason == StopReason.Cancelled ? [] : FreshScores(cancellation),
            Description = FitDescription.Of(optimizer, problem),
            Elapsed = _clock.Elapsed,
            SolverElapsed = _solverClock.Elapsed,
            Warnings = checkpoint?.Warning is { } warning ? [warning] : [],
        };
    }

    private StopReason Search(CancellationToken cancellation)
    {
        var run = optimizer.Solver.Begin(problem.Search);
        for (var asked = 0; asked < optimizer.MaxEvaluations;)
        {
            if (cancellation.IsCancellationRequested)
                return StopReason.Cancelled;
            if (asked > 0 && _clock.Elapsed > problem.Options.TimeLimit)
                return StopReason.TimeSpent;
            IReadOnlyList<ImmutableArray<double>> points = [];
            Timed(() => points = run.Ask(optimizer.MaxEvaluations - asked));
            if (points.Count == 0)
                return StopReason.Converged;
            if (!TryEvaluateAll(asked, points, cancellation))
                return StopReason.Cancelled;
            var values = Enumerable.Range(asked, points.Count).Select(index => _history[index].Value).ToList();
            Timed(() => run.Tell(values));
            asked += points.Count;
        }

        return StopReason.BudgetSpent;
    }

    // The first point is the start. It is evaluated by itself, so that a fit that is ended early has it to compare with.
    private bool TryEvaluateAll(int first, IReadOnlyList<ImmutableArray<double>> points, CancellationToken cancellation) =>
        first == 0 && points.Count > 1
            ? TryEvaluate(0, [points[0]], cancellation) && TryEvaluate(1, [.. points.Skip(1)], cancellation)
            : TryEvaluate(first, points, cancellation);

    // Points that the checkpoint knows are not simulated again.
    private bool TryEvaluate(int first, IReadOnlyList<ImmutableArray<double>> points, CancellationToken cancellation)
    {
        var unknown = new List<(int Index, ImmutableArray<double> Point)>();
        foreach (var (offset, point) in points.Index())
        {
            if (checkpoint?.Find(first + offset, point) is { } recorded)
                Note(recorded, null);
            else
                unknown.Add((first + offset, point));
        }

        try
        {
            if (unknown.Count > 0)
                problem.Evaluate(unknown, problem.Simulation, Made, cancellation);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }

        void Made(Evaluation evaluation, ObjectiveInput? input)
        {
            checkpoint?.Append(evaluation);
            _simulated++;
            Note(evaluation, input?.Dipole);
        }
    }

    // Of equal losses the first in the solver's order is the best, whatever order they were done in.
    private void Note(Evaluation evaluation, Dipole? dipole)
    {
        _history.Add(evaluation.Index, evaluation);
        if (double.IsFinite(evaluation.Loss) && (_best is null || (evaluation.Loss, evaluation.Index).CompareTo((_best.Loss, _best.Index)) < 0))
            _best = evaluation;
        var left = optimizer.MaxEvaluations - _history.Count;
        progress?.Report(new FitProgress(
            _history.Count, optimizer.MaxEvaluations, evaluation, _best ?? evaluation, dipole, _clock.Elapsed, _simulated > 0 ? _clock.Elapsed / _simulated * left : null));
    }

    private ImmutableArray<FreshScore> FreshScores(CancellationToken cancellation)
    {
        var options = problem.Options;
        if (options.FreshTrials == 0)
            return [];
        var judged = _history.Values.Where(evaluation => double.IsFinite(evaluation.Loss))
            .OrderBy(evaluation => evaluation.Loss).ThenBy(evaluation => evaluation.Index).DistinctBy(evaluation => evaluation.Parameters)
            .Take(options.FreshCandidates)
            .Concat(_history.Values.Where(problem.IsStart).Take(1)).Distinct().ToArray();
        var simulation = problem.Simulation with { FirstTrial = options.Trials, Trials = options.FreshTrials };
        var scores = new SortedDictionary<int, FreshScore>();
        try
        {
            problem.Evaluate([.. judged.Index().Select(each => (each.Index, each.Item.Point))], simulation, Made, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The search is complete; what was judged by now is kept.
        }

        return [.. scores.Values];

        void Made(Evaluation evaluation, ObjectiveInput? input)
        {
            if (double.IsFinite(evaluation.Loss))
                scores.Add(evaluation.Index, new FreshScore(judged[evaluation.Index], evaluation.TrialLosses, evaluation.Loss));
        }
    }

    private void Timed(Action work)
    {
        _solverClock.Start();
        work();
        _solverClock.Stop();
    }
}
