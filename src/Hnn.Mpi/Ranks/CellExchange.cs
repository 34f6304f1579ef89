using System.Runtime.InteropServices;
using Hnn.Engine.Runs;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Ranks;

// Where the ranks that share a network's cells meet: numbers of spikes, the spikes, faults and rank 0's wish to stop, once a window.
internal sealed class CellExchange : ICellExchange, IDisposable
{
    // Above the kinds of messages, which are tags, too.
    private const int RecordsTag = 1000;

    // Numbers that each rank gives first: its spikes, whether to stop, whether there is a fault, and which.
    private const int HeaderLength = 7;

    private readonly MpiCommunicator _world;
    private readonly RollCall _rollCall;
    private readonly Func<bool> _isCanceled;
    private readonly int[] _headers;
    private readonly int[] _counts;

    /// <param name="world">All ranks.</param>
    /// <param name="post">For a fault of another rank.</param>
    /// <param name="places">Where the ranks run.</param>
    /// <param name="silence">How long a rank on another host may be silent.</param>
    /// <param name="isCanceled">Asked on rank 0 whether to stop.</param>
    public CellExchange(MpiCommunicator world, RankPost post, RankPlace[] places, TimeSpan silence, Func<bool> isCanceled)
    {
        (_world, _isCanceled) = (world, isCanceled);
        _headers = new int[HeaderLength * world.Size];
        _counts = new int[world.Size];
        _rollCall = new RollCall(world, post, places, silence);
    }

    public int Part => _world.Rank;

    public int Parts => _world.Size;

    /// <summary>Whether the run has ended because rank 0 wished so.</summary>
    public bool IsCanceled { get; private set; }

    public (IReadOnlyList<CellSpike> Spikes, IReadOnlyList<CellFault> Faults) Exchange(IReadOnlyList<CellSpike> own, CellFault? fault)
    {
        _rollCall.Begin();
        var (first, stops) = (fault.GetValueOrDefault(), Part == 0 && _isCanceled());
        _world.Allgather([own.Count, stops ? 1 : 0, fault is null ? 0 : 1, first.Sample, first.Trial, first.Gid, first.Node], _headers);
        if (_headers[1] != 0)
        {
            IsCanceled = true;
            throw new OperationCanceledException();
        }

        var (spikes, faults) = (Spikes(own), Faults());
        _rollCall.End();
        return (spikes, faults);
    }

    public void Gather(ReadOnlySpan<double> own, ReadOnlySpan<int> lengths, Span<double> all)
    {
        if (Part == 0)
            Receive(own, lengths, all);
        else if (own.Length > 0)
            _world.Send(own, target: 0, RecordsTag);
        _rollCall.End();
    }

    public void Dispose() => _rollCall.Dispose();

    private void Receive(ReadOnlySpan<double> own, ReadOnlySpan<int> lengths, Span<double> all)
    {
        own.CopyTo(all);
        var rest = all[own.Length..];
        for (var rank = 1; rank < Parts; rank++)
        {
            if (lengths[rank] > 0)
                _world.Receive(rest[..lengths[rank]], rank, RecordsTag);
            rest = rest[lengths[rank]..];
        }
    }

    private CellSpike[] Spikes(IReadOnlyList<CellSpike> own)
    {
        var ints = Marshal.SizeOf<CellSpike>() / sizeof(int);
        for (var rank = 0; rank < Parts; rank++)
            _counts[rank] = _headers[HeaderLength * rank] * ints;
        var spikes = new CellSpike[_counts.Sum() / ints];
        if (spikes.Length > 0)
            _world.Allgatherv(MemoryMarshal.Cast<CellSpike, int>(own.ToArray().AsSpan()), _counts, MemoryMarshal.Cast<CellSpike, int>(spikes.AsSpan()));
        return spikes;
    }

    private List<CellFault> Faults()
    {
        var faults = new List<CellFault>();
        foreach (var header in _headers.Chunk(HeaderLength).Where(header => header[2] != 0))
            faults.Add(new CellFault(header[3], header[4], header[5], header[6]));
        return faults;
    }
}
