using Hnn.Mpi.Ranks;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Pool;

/// <summary>Notices ranks that have been silent for too long.</summary>
/// <remarks>Silence is counted in ticks of this process, so that a machine that was asleep, and its ranks with it, has lost none of them.</remarks>
internal sealed class RankWatch : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);

    private readonly HelloContent _hello;
    private readonly TimeSpan _silence;
    private readonly Action<int, TimeSpan> _lost;
    private readonly int[] _ticks;
    private readonly CancellationTokenSource _end = new();
    private volatile bool _isHeld;

    /// <param name="hello">Who the ranks are.</param>
    /// <param name="silence">How long a rank may be silent that is on another host, or that waits its turn on this one.</param>
    /// <param name="lost">Told the first rank that was silent for too long, and how long; once.</param>
    public RankWatch(HelloContent hello, TimeSpan silence, Action<int, TimeSpan> lost)
    {
        (_hello, _silence, _lost) = (hello, silence, lost);
        _ticks = new int[hello.Ranks.Length];
    }

    /// <summary>Process of the launcher on this host, through which all ranks are heard. Default: not known.</summary>
    public int? Launcher { get; init; }

    /// <summary>Begins to count, on a thread of its own: ticks of a timer may be held up and then come all at once.</summary>
    public void Start() => new Thread(Count) { IsBackground = true, Name = "silent ranks" }.Start();

    /// <summary>Whether only rank 0 has time to be heard, as all ranks work in lock step and look after each other.</summary>
    public bool OnlyRankZero { get; set; }

    /// <summary>Notes that a rank was heard.</summary>
    public void Hear(int rank) => Interlocked.Exchange(ref _ticks[rank], 0);

    /// <summary>Whether parts of a long message are coming in, so that no rank can be heard. It holds the count for one tick, and is then to be said again.</summary>
    public bool IsHeld
    {
        get => _isHeld;
        set => _isHeld = value;
    }

    /// <summary>Ends the count.</summary>
    public void Dispose() => _end.Cancel();

    /// <summary>Counts a tick of half a second; false once a rank has been silent for too long.</summary>
    internal bool CountTick()
    {
        if (_isHeld)
        {
            _isHeld = false;
            return true;
        }

        for (var rank = 0; rank < _ticks.Length; rank++)
        {
            if (rank > 0 && OnlyRankZero)
            {
                Hear(rank);
                continue;
            }

            var silent = Interlocked.Increment(ref _ticks[rank]) * Tick;
            if (silent <= LimitOf(rank, silent))
                continue;
            _lost(Stopped() ?? rank, silent);
            return false;
        }

        return true;
    }

    private void Count()
    {
        while (!_end.Token.WaitHandle.WaitOne(Tick) && CountTick())
        {
        }
    }

    // One that is stopped may keep others silent, whose messages it has to pass on.
    private TimeSpan LimitOf(int rank, TimeSpan silent) =>
        IsNear(rank) && silent > ProcessState.Patience && (Stopped() is not null || (Launcher is { } launcher && !ProcessState.CanWork(launcher))) ? ProcessState.Patience : Longer(rank);

    private TimeSpan Longer(int rank) => IsNear(rank) && _silence < ProcessState.Patience ? ProcessState.Patience : _silence;

    private int? Stopped() =>
        Enumerable.Range(0, _ticks.Length).Where(rank => IsNear(rank) && !ProcessState.CanWork(_hello.Ranks[rank].Process)).Select(rank => (int?)rank).FirstOrDefault();

    private bool IsNear(int rank) => _hello.Ranks[rank].Host == Environment.MachineName;
}
