using System.Collections.Immutable;

namespace Hnn.Engine.Runs;

/// <summary>A run was cancelled; the trials that were finished by then are kept.</summary>
public sealed class RunCanceledException : OperationCanceledException
{
    internal RunCanceledException(ImmutableArray<Recording> finished, CancellationToken cancellation)
        : base($"The run was cancelled; {finished.Length} of its trials are finished.", cancellation) => Finished = finished;

    /// <summary>Recordings of the trials that were finished, the first ones in order.</summary>
    public ImmutableArray<Recording> Finished { get; }
}
