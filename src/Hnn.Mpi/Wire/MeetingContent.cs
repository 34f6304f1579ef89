namespace Hnn.Mpi.Wire;

/// <summary>How long ranks take to meet, in ms: medians, as rank 0 sees them.</summary>
/// <param name="Barrier">Without values.</param>
/// <param name="Allgather">With one int of each.</param>
/// <param name="Allgatherv">With 100 doubles of each.</param>
internal sealed record MeetingContent(double Barrier, double Allgather, double Allgatherv);
