using System.Buffers.Binary;
using System.Diagnostics;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Messages;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Ranks;

// Messages between rank 0 and another rank: the kind is the tag, the number stands before the content.
internal sealed class RankPost(MpiCommunicator world)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);

    private readonly Queue<Message> _arrived = new();
    private long _lastTick = Stopwatch.GetTimestamp();
    private int _quietTicks;

    /// <summary>How long rank 0 may be silent for another rank, which is cut off then, and whom nobody would ever end. Default: for ever.</summary>
    public TimeSpan LongestSilence { get; set; } = TimeSpan.MaxValue;

    /// <summary>Sends a message to a rank, and takes in what arrives meanwhile: two ranks that send each other long messages would wait for each other for ever.</summary>
    public void Send(Message message, int target)
    {
        var bytes = new byte[sizeof(int) + message.Content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, message.Number);
        message.Content.CopyTo(bytes.AsMemory(sizeof(int)));
        Meanwhile(TakeIn, () => world.Send<byte>(bytes, target, (int)message.Kind));
    }

    /// <summary>The next message that has arrived, from the rank it is from; null if there is none.</summary>
    public Message? TryReceive()
    {
        TakeIn();
        return _arrived.TryDequeue(out var message) ? message : null;
    }

    // Other tags are what is left of a roll call.
    private void TakeIn()
    {
        if (world.TryProbe() is not { } found)
        {
            CountSilence();
            return;
        }

        _quietTicks = 0;
        var bytes = new byte[found.Bytes];
        Meanwhile(CountSilence, () => world.Receive<byte>(bytes, found.Source, found.Tag));
        if (found.Tag <= byte.MaxValue)
            _arrived.Enqueue(new Message((MessageKind)found.Tag, found.Source, BinaryPrimitives.ReadInt32LittleEndian(bytes), bytes.AsMemory(sizeof(int))));
    }

    private void Meanwhile(Action look, Action work)
    {
        var before = world.Waiting;
        world.Waiting = _ => look();
        try
        {
            work();
        }
        finally
        {
            world.Waiting = before;
        }
    }

    // Not by the clock, as a machine may have been asleep.
    private void CountSilence()
    {
        if (world.Rank == 0 || Stopwatch.GetElapsedTime(_lastTick) < Tick)
            return;
        _lastTick = Stopwatch.GetTimestamp();
        if (++_quietTicks * Tick > LongestSilence)
            throw new RankException(ErrorContent.Silence(0, "0", LongestSilence));
    }
}
