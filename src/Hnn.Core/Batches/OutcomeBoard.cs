using System.Collections.Immutable;
using Hnn.Core.Backends;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Engine.Runs;

namespace Hnn.Core.Batches;

/// <summary>Gathers trials in any order, from any thread, and makes a network's outcome of them when all are there.</summary>
internal sealed class OutcomeBoard
{
    private readonly Lock _lock = new();
    private readonly SimulationPlan?[] _plans;
    private readonly Action<int, BatchOutcome>? _finished;
    private readonly BatchOutcome?[] _outcomes;
    private readonly Recording?[]?[] _recordings;
    private readonly TimeSpan[] _elapsed;

    /// <summary>Networks that have no plan have failed from the start.</summary>
    public OutcomeBoard((SimulationPlan? Plan, NetworkException? Fault)[] plans, int trials, Action<int, BatchOutcome>? finished)
    {
        _plans = [.. plans.Select(plan => plan.Plan)];
        _finished = finished;
        _outcomes = new BatchOutcome?[plans.Length];
        _recordings = [.. plans.Select(_ => new Recording?[trials])];
        _elapsed = new TimeSpan[plans.Length];
        foreach (var (index, (_, fault)) in plans.Index())
        {
            if (fault is not null)
                Settle(index, new BatchOutcome(null, fault, TimeSpan.Zero));
        }
    }

    /// <summary>What is to be simulated, with the index of each network.</summary>
    public ImmutableArray<(int Index, SimulationJob Job)> Jobs => [.. _plans.Index().Where(plan => plan.Item is not null).Select(plan => (plan.Index, plan.Item!.Job))];

    /// <summary>One outcome per network; all must be there.</summary>
    public ImmutableArray<BatchOutcome> Outcomes => [.. _outcomes.Select(outcome => outcome!)];

    /// <summary>Takes what became of a trial; of several faults of a network's trials the first that comes is kept.</summary>
    public void Add(int index, TrialOutcome trial)
    {
        if (TakeAll(index, trial) is { } all)
            Settle(index, new BatchOutcome(_plans[index]!.ResultOf(all), null, _elapsed[index]));
        else if (trial.Fault is not null)
            Settle(index, new BatchOutcome(null, trial.Fault, _elapsed[index]));
    }

    // The recordings of a network when the last one has come, which are then forgotten here; null before.
    private ImmutableArray<Recording>? TakeAll(int index, TrialOutcome trial)
    {
        lock (_lock)
        {
            _elapsed[index] += trial.Elapsed;
            if (_recordings[index] is not { } recordings)
                return null;
            recordings[trial.Trial] = trial.Recording;
            if (recordings.Contains(null))
                return null;
            _recordings[index] = null;
            return [.. recordings!];
        }
    }

    private void Settle(int index, BatchOutcome outcome)
    {
        lock (_lock)
        {
            if (_outcomes[index] is not null)
                return;
            _outcomes[index] = outcome;
            _finished?.Invoke(index, outcome);
        }
    }
}
