namespace Hnn.Mpi.Launching;

/// <summary>A rank that ended badly, as its launcher tells it.</summary>
/// <param name="Rank">Its number; null if the launcher does not say (MPICH before 4.1).</param>
/// <param name="Host">Where it ran; null if the launcher does not say.</param>
/// <param name="End">How it ended, such as "signal 9" or "exit code 3".</param>
internal sealed record LostRank(int? Rank, string? Host, string End)
{
    /// <summary>Whether something from outside, or its own crash, ended it.</summary>
    public bool IsBySignal => End.StartsWith("signal", StringComparison.Ordinal);
}
