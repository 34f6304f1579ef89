using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>A run written down as a sequence of batches: the method yields points and goes on when their values are known.</summary>
internal abstract class BatchedRun : ISolverRun
{
    private IEnumerator<IReadOnlyList<ImmutableArray<double>>>? _batches;
    private int _awaited;
    private bool _isCut;

    /// <summary>The values of the last batch, in the order of its points.</summary>
    protected IReadOnlyList<PointValue> Told { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<ImmutableArray<double>> Ask(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        if (_awaited > 0)
            throw new InvalidOperationException($"{_awaited} points have been asked for and not been told; the next depend on their values. Call {nameof(Tell)} first.");
        _batches ??= Batches().GetEnumerator();
        if (_isCut || !_batches.MoveNext())
            return [];
        var batch = _batches.Current;
        _isCut = batch.Count > limit;
        _awaited = Math.Min(batch.Count, limit);
        return _isCut ? [.. batch.Take(limit)] : batch;
    }

    /// <inheritdoc/>
    public void Tell(IReadOnlyList<PointValue> values)
    {
        if (values.Count != _awaited)
            throw new ArgumentException($"{values.Count} values are told of {_awaited} points. Tell one for each point asked for.", nameof(values));
        (Told, _awaited) = (values, 0);
    }

    /// <summary>The points to be evaluated, batch after batch, none of them empty. When the next is taken, <see cref="Told"/> has the values of the one before.</summary>
    protected abstract IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches();
}
