namespace Hnn.Engine.Runs;

// WholeRun: the exchange of a run in one process, its only part.
internal sealed class WholeRun : ICellExchange
{
    public int Part => 0;

    public int Parts => 1;

    public (IReadOnlyList<CellSpike> Spikes, IReadOnlyList<CellFault> Faults) Exchange(IReadOnlyList<CellSpike> own, CellFault? fault) =>
        (own, fault is { } found ? [found] : []);

    public void Gather(ReadOnlySpan<double> own, ReadOnlySpan<int> lengths, Span<double> all) => own.CopyTo(all);
}
