namespace Hnn.Engine.Runs;

/// <summary>A voltage within a run that is no longer a finite number: plain values, from which every part of the run makes the same exception.</summary>
/// <param name="Sample">Index of the first sample that was not finite.</param>
/// <param name="Trial">Index of the trial within the run.</param>
/// <param name="Gid">Gid of the cell.</param>
/// <param name="Node">Index of the node of the cell's compiled cable at which it began.</param>
public readonly record struct CellFault(int Sample, int Trial, int Gid, int Node)
{
    /// <summary>Of several faults, the one with the least is told.</summary>
    internal (int Sample, int Trial, int Gid) Order => (Sample, Trial, Gid);
}
