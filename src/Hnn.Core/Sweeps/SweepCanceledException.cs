using System.Collections.Immutable;

namespace Hnn.Core.Sweeps;

/// <summary>A sweep was cancelled; the points that were finished by then are kept, here and in the sweep's folder.</summary>
public sealed class SweepCanceledException : OperationCanceledException
{
    internal SweepCanceledException(ImmutableArray<SweepPoint> finished, OperationCanceledException cause)
        : base(cause.Message, cause, cause.CancellationToken) => Finished = finished;

    /// <summary>The points that were finished, in order, perhaps with gaps.</summary>
    public ImmutableArray<SweepPoint> Finished { get; }
}
