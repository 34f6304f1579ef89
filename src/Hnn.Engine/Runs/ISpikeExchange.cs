namespace Hnn.Engine.Runs;

/// <summary>Where the spikes of a window meet: in process they are complete at once, between ranks they are gathered.</summary>
public interface ISpikeExchange
{
    /// <summary>Completes the spikes of a window.</summary>
    /// <param name="own">Spikes of the cells simulated here, in any order.</param>
    /// <returns>The spikes of all cells, in any order; the run sorts them.</returns>
    IReadOnlyList<CellSpike> Exchange(IReadOnlyList<CellSpike> own);
}
