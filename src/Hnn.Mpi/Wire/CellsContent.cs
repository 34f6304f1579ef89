namespace Hnn.Mpi.Wire;

/// <summary>One trial for all ranks together, each some of the cells.</summary>
/// <param name="Job">A job of one trial.</param>
/// <param name="Silence">How long the ranks wait for one on another host before it counts as lost.</param>
internal sealed record CellsContent(WorkContent.Job Job, TimeSpan Silence);
