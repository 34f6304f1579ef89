using System.Diagnostics;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Messages;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Ranks;

// Finds out who is missing when ranks that work in lock step wait for each other: those who wait say so to rank 0, and who has not is silent.
internal sealed class RollCall : IDisposable
{
    private const int HereTag = 1001;

    private const int PatientWindows = 10;

    private readonly MpiCommunicator _world;
    private readonly RankPost _post;
    private readonly RankPlace[] _places;
    private readonly TimeSpan _silence;
    private readonly int[] _heard;
    private readonly Action<TimeSpan>? _before;
    private int _meeting;
    private int _said;
    private long _parted = Stopwatch.GetTimestamp();
    private TimeSpan _longestWindow;

    public RollCall(MpiCommunicator world, RankPost post, RankPlace[] places, TimeSpan silence)
    {
        (_world, _post, _places, _silence) = (world, post, places, silence);
        _heard = new int[world.Size];
        _before = world.Waiting;
        _world.Waiting = WhileWaiting;
    }

    /// <summary>This rank has computed a window and comes to meet the others.</summary>
    public void Begin()
    {
        // Before the first meeting the network is made ready, which takes longer than any window.
        var window = Stopwatch.GetElapsedTime(_parted);
        if (++_meeting <= 2 || window > _longestWindow)
            _longestWindow = window;
    }

    /// <summary>This rank has what it needs of the others, and goes on to its next window.</summary>
    public void End() => _parted = Stopwatch.GetTimestamp();

    public void Dispose() => _world.Waiting = _before;

    private void WhileWaiting(TimeSpan waited)
    {
        if (_world.Rank == 0)
            Listen(waited);
        else if (waited > LimitOf(0, waited))
            throw new RankException(ErrorContent.Silence(0, "0", waited));
        else if (_said != _meeting && waited > ProcessState.Patience / 3)
            _world.Send([_said = _meeting], target: 0, HereTag);
    }

    private void Listen(TimeSpan waited)
    {
        if (_world.TryProbe(tag: HereTag) is { } here)
        {
            var meeting = new int[1];
            _world.Receive<int>(meeting, here.Source, HereTag);
            _heard[here.Source] = meeting[0];
        }

        if (_world.TryProbe(tag: (int)MessageKind.Error) is not null)
            ThrowError();
        var silent = Enumerable.Range(1, _world.Size - 1).Where(rank => _heard[rank] < _meeting && waited > LimitOf(rank, waited)).ToArray();
        if (silent.Length > 0)
            throw new RankException(ErrorContent.Silence(silent[0], string.Join(", ", silent), waited));
    }

    // Signs of life from before the meeting may come first.
    private void ThrowError()
    {
        while (_post.TryReceive() is { } message)
        {
            if (message.Kind == MessageKind.Error)
                throw new RankException(WireFormat.Read<ErrorContent>(message.Content.Span));
        }
    }

    // Ranks whose windows are long may be late by some of them.
    private TimeSpan LimitOf(int rank, TimeSpan waited)
    {
        var isStopped = waited > ProcessState.Patience && _places[rank].Host == _places[0].Host && !ProcessState.CanWork(_places[rank].Process);
        var silence = isStopped ? ProcessState.Patience : _silence;
        return silence > PatientWindows * _longestWindow ? silence : PatientWindows * _longestWindow;
    }
}
