using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests.Runs;

/// <summary>A run's parts as threads of this process that meet at a barrier.</summary>
internal sealed class ThreadExchange : ICellExchange
{
    // A part that ends early leaves the others waiting.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Table _table;

    private ThreadExchange(Table table, int part) => (_table, Part) = (table, part);

    public int Part { get; }

    public int Parts => _table.Spikes.Length;

    /// <summary>Does the same in all parts, and returns what each made of it.</summary>
    public static T[] Run<T>(int parts, Func<ICellExchange, T> work)
    {
        using var barrier = new Barrier(parts);
        var table = new Table(barrier, new IReadOnlyList<CellSpike>[parts], new CellFault?[parts], new double[parts][]);
        var results = new T[parts];
        var errors = new Exception?[parts];
        var threads = Enumerable.Range(0, parts).Select(part => new Thread(() => errors[part] = Record.Exception(() => { results[part] = work(new ThreadExchange(table, part)); }))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(errors, Assert.Null);
        return results;
    }

    public (IReadOnlyList<CellSpike> Spikes, IReadOnlyList<CellFault> Faults) Exchange(IReadOnlyList<CellSpike> own, CellFault? fault)
    {
        (_table.Spikes[Part], _table.Faults[Part]) = (own, fault);
        Meet();
        (CellSpike[], CellFault[]) all = ([.. _table.Spikes.SelectMany(spikes => spikes)], [.. _table.Faults.OfType<CellFault>()]);
        Meet();
        return all;
    }

    public void Gather(ReadOnlySpan<double> own, ReadOnlySpan<int> lengths, Span<double> all)
    {
        Assert.Equal(lengths[Part], own.Length);
        _table.Records[Part] = own.ToArray();
        Meet();
        if (Part == 0)
            _table.Records.SelectMany(records => records).ToArray().CopyTo(all);
        Assert.Equal(Part == 0 ? _table.Records.Sum(records => records.Length) : 0, all.Length);
        Meet();
    }

    private void Meet() => Assert.True(_table.Barrier.SignalAndWait(Patience), $"Part {Part} waited in vain for the others.");

    private sealed record Table(Barrier Barrier, IReadOnlyList<CellSpike>[] Spikes, CellFault?[] Faults, double[][] Records);
}
