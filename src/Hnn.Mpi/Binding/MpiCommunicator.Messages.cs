using System.Diagnostics;

namespace Hnn.Mpi.Binding;

// Messages from one rank to another.
public sealed unsafe partial class MpiCommunicator
{
    /// <summary>Stands for any source or any tag.</summary>
    public const int Any = -1;

    // A message that is on its way arrives within this time; afterwards sleeping costs less than it delays.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(2);

    /// <summary>Sends values to a rank, and returns when they may be changed; a long message waits for its receiver.</summary>
    /// <param name="values">The values.</param>
    /// <param name="target">Rank that shall receive them; another than this one, which would wait for itself.</param>
    /// <param name="tag">Number by which the receiver may choose; 0 to 32767 in every library.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is no other rank of the group.</exception>
    public void Send<T>(ReadOnlySpan<T> values, int target, int tag) where T : unmanaged
    {
        RequireRank(target);
        if (target == Rank)
            throw new ArgumentOutOfRangeException(nameof(target), target, "A rank that sends to itself waits for ever for itself to receive. Keep the values where they are.");
        fixed (T* data = values)
        {
            nint request = 0;
            _library.Check(Functions.StartSend(data, values.Length, Constants.Datatype<T>(), target, tag, _handle, &request), "MPI_Isend");
            Complete(request);
        }
    }

    /// <summary>Receives the next message from a source with a tag; it may be shorter than the room for it, but not longer.</summary>
    /// <param name="values">Where the values go.</param>
    /// <param name="source">Rank it comes from. Default: <see cref="Any"/>.</param>
    /// <param name="tag">Tag it was sent with. Default: <see cref="Any"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="source"/> is no rank of the group.</exception>
    public MpiMessage Receive<T>(Span<T> values, int source = Any, int tag = Any) where T : unmanaged
    {
        fixed (T* data = values)
        {
            nint request = 0;
            var status = stackalloc int[MpiConstants.StatusBytes / sizeof(int)];
            _library.Check(Functions.StartReceive(data, values.Length, Constants.Datatype<T>(), Source(source), Tag(tag), _handle, &request), "MPI_Irecv");
            Complete(request, status);
            return Message(status);
        }
    }

    /// <summary>Waits for a message without receiving it; for long waits, as it sleeps after 2 ms and then wakes within a few ms.</summary>
    /// <param name="source">Rank it comes from. Default: <see cref="Any"/>.</param>
    /// <param name="tag">Tag it was sent with. Default: <see cref="Any"/>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="source"/> is no rank of the group.</exception>
    public MpiMessage Probe(int source = Any, int tag = Any, CancellationToken cancellation = default)
    {
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryProbe(source, tag) is { } message)
                return message;
            cancellation.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(begin) < Patience)
                Thread.Yield();
            else
                Thread.Sleep(1);
        }
    }

    /// <summary>The message that <see cref="Receive"/> would receive now; null if none has arrived.</summary>
    /// <param name="source">Rank it comes from. Default: <see cref="Any"/>.</param>
    /// <param name="tag">Tag it was sent with. Default: <see cref="Any"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="source"/> is no rank of the group.</exception>
    public MpiMessage? TryProbe(int source = Any, int tag = Any)
    {
        var status = stackalloc int[MpiConstants.StatusBytes / sizeof(int)];
        var found = 0;
        _library.Check(Functions.ProbeNow(Source(source), Tag(tag), _handle, &found, status), "MPI_Iprobe");
        return found != 0 ? Message(status) : null;
    }

    private MpiMessage Message(int* status)
    {
        var bytes = 0;
        _library.Check(Functions.Count(status, Constants.Byte, &bytes), "MPI_Get_count");
        return new(status[Constants.StatusSource], status[Constants.StatusTag], bytes);
    }

    private int Source(int source)
    {
        if (source == Any)
            return Constants.AnySource;
        RequireRank(source);
        return source;
    }

    private int Tag(int tag) => tag == Any ? Constants.AnyTag : tag;
}
