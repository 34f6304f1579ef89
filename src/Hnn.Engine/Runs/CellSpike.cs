namespace Hnn.Engine.Runs;

/// <summary>A spike of a real cell within a run.</summary>
/// <param name="Sample">Index of the sample at which the cell was seen above its threshold.</param>
/// <param name="Trial">Index of the trial within the run.</param>
/// <param name="Gid">Gid of the cell.</param>
public readonly record struct CellSpike(int Sample, int Trial, int Gid);
