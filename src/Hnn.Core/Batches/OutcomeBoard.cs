using System.Collections.Immutable;
using Hnn.Engine.Runs;

namespace Hnn.Core.Batches;

/// <summary>Gathers trials in any order, from any thread, and makes a network's outcome of them when all are there.</summary>
internal sealed class OutcomeBoard(int networks, int trials, Action<int, BatchOutcome>? finished)
{
    private readonly Lock _lock = new();
    private readonly BatchOutcome?[] _outcomes = new BatchOutcome?[networks];
    private readonly Recording?[,] _recordings = new Recording?[networks, trials];
    private readonly TimeSpan[] _elapsed = new TimeSpan[networks];

    /// <summary>One outcome per network; all must be there.</summary>
    public ImmutableArray<BatchOutcome> Outcomes => [.. _outcomes.Select(outcome => outcome!)];

    /// <summary>Whether a network's outcome is known.</summary>
    public bool IsSettled(int index)
    {
        lock (_lock)
            return _outcomes[index] is not null;
    }

    /// <summary>Takes a trial's recording.</summary>
    public void Add(BatchNetwork network, int trial, Recording recording, TimeSpan elapsed)
    {
        if (TakeAll(network.Index, trial, recording, elapsed) is not { } all)
            return;
        var result = network.Plan.ResultOf(all);
        lock (_lock)
            Settle(network.Index, new BatchOutcome(result, null, _elapsed[network.Index]));
    }

    /// <summary>Notes that a network failed; of several faults of its trials the first that comes is kept.</summary>
    public void Fail(int index, Exception fault, TimeSpan elapsed = default)
    {
        lock (_lock)
            Settle(index, new BatchOutcome(null, fault, _elapsed[index] + elapsed));
    }

    // The recordings of a network when the last one has come, which are then forgotten here; null before.
    private ImmutableArray<Recording>? TakeAll(int index, int trial, Recording recording, TimeSpan elapsed)
    {
        lock (_lock)
        {
            _recordings[index, trial] = recording;
            _elapsed[index] += elapsed;
            var all = Enumerable.Range(0, trials).Select(other => _recordings[index, other]).OfType<Recording>().ToImmutableArray();
            if (all.Length < trials)
                return null;
            for (var other = 0; other < trials; other++)
                _recordings[index, other] = null;
            return all;
        }
    }

    private void Settle(int index, BatchOutcome outcome)
    {
        if (_outcomes[index] is not null)
            return;
        _outcomes[index] = outcome;
        finished?.Invoke(index, outcome);
    }
}
