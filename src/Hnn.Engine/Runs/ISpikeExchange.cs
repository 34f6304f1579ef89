namespace Hnn.Engine.Runs;

/// <summary>Where the spikes of a window meet: in process they are complete at once, between ranks they are gathered.</summary>
public interface ISpikeExchange
{
    /// <summary>Completes the spikes of a window.</summary>
    /// <param name="own">Spikes of the cells simulated here, in any order.</param>
    /// <returns>The spikes of all cells, in any order; the run sorts them.</returns>
    IReadOnlyList<CellSpike> Exchange(IReadOnlyList<CellSpike> own);
}

/// <summary>A spike of a real cell within a run.</summary>
/// <param name="Sample">Index of the sample at which the cell was seen above its threshold.</param>
/// <param name="Trial">Index of the trial within the run.</param>
/// <param name="Gid">Gid of the cell.</param>
public readonly record struct CellSpike(int Sample, int Trial, int Gid);
