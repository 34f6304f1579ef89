namespace Hnn.Engine.Runs;

/// <summary>Where the parts of a run meet, processes or threads that share its cells out and advance in lock step.</summary>
/// <remarks>
/// All parts call the same methods in the same order: when a run begins and once per window <see cref="Exchange"/>, then <see cref="Gather"/>,
/// which is left out only after a fault. What a method throws ends the run here; that the other parts end too is up to who throws.
/// </remarks>
public interface ICellExchange
{
    /// <summary>Which part this is, from 0; part 0 gathers the records.</summary>
    int Part { get; }

    /// <summary>Number of parts, at least 1; those beyond the number of blocks of cells have no cells, and take part all the same.</summary>
    int Parts { get; }

    /// <summary>Gives all parts the spikes and faults of all.</summary>
    /// <param name="own">Spikes of the cells of this part, in any order.</param>
    /// <param name="fault">The first fault of the cells of this part; null if there is none.</param>
    /// <returns>The spikes and the faults of all parts, in any order, the same in every part; the run sorts them.</returns>
    (IReadOnlyList<CellSpike> Spikes, IReadOnlyList<CellFault> Faults) Exchange(IReadOnlyList<CellSpike> own, CellFault? fault);

    /// <summary>Gives part 0 the records of all parts, one part's after the other's without gaps.</summary>
    /// <param name="own">Records of this part.</param>
    /// <param name="lengths">How many values each part gives, the same in every part; 0 where there is nothing to record. Shape: [<see cref="Parts"/>].</param>
    /// <param name="all">Where the records of all parts go in part 0, exactly as long as they are together; empty in other parts.</param>
    void Gather(ReadOnlySpan<double> own, ReadOnlySpan<int> lengths, Span<double> all);
}
