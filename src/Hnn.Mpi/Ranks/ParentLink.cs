using System.Collections.Concurrent;
using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Ranks;

// Rank 0's link to the parent process. A thread of its own reads, so that a cancellation is seen while the rank is at work, and the end of the parent at once.
internal sealed class ParentLink : IDisposable
{
    private static readonly TimeSpan BeatInterval = TimeSpan.FromSeconds(0.5);

    private readonly MessageWriter _writer;
    private readonly ConcurrentQueue<(long Index, Message Message)> _inbox = new();
    private readonly Action _gone;
    private readonly Timer _beats;
    private long _canceled = -1;

    /// <param name="input">Where the parent's messages come from.</param>
    /// <param name="output">Where messages to the parent go.</param>
    /// <param name="gone">Called if the parent has gone without a goodbye.</param>
    public ParentLink(Stream input, Stream output, Action gone)
    {
        _writer = new MessageWriter(output);
        _gone = gone;
        _beats = new Timer(_ => TryBeat(), null, Timeout.Infinite, Timeout.Infinite);
        new Thread(() => Read(input)) { IsBackground = true, Name = "parent" }.Start();
    }

    /// <summary>What rank 0 has done of its work, between 0 and 1; told the parent twice a second.</summary>
    public double Progress { get; set; }

    /// <summary>Begins to give signs of life.</summary>
    public void StartBeats() => _beats.Change(TimeSpan.Zero, BeatInterval);

    /// <summary>The next message, if there is one.</summary>
    /// <param name="message">The message.</param>
    /// <param name="index">How many came before.</param>
    public bool TryTake(out Message message, out long index)
    {
        var taken = _inbox.TryDequeue(out var next);
        (index, message) = next;
        return taken;
    }

    /// <summary>Whether a cancellation has come after the message of an index.</summary>
    public bool IsCanceledAfter(long index) => Interlocked.Read(ref _canceled) > index;

    /// <summary>Sends the parent a message.</summary>
    public void Send(Message message) => _writer.Write(message);

    public void Dispose() => _beats.Dispose();

    private void Read(Stream input)
    {
        try
        {
            var reader = new MessageReader(input, stray: null, consumed: bytes => _writer.Write(Message.Ack(bytes)));
            for (var index = 0L; reader.Read() is { } message; index++)
            {
                if (message.Kind == MessageKind.Cancel)
                    Interlocked.Exchange(ref _canceled, index);
                _inbox.Enqueue((index, message));
                if (message.Kind == MessageKind.Bye)
                    return;
            }
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            Console.Error.WriteLine(fault.Message);
        }

        _gone();
    }

    // The parent may be gone; its end is noticed where it is read from.
    private void TryBeat()
    {
        try
        {
            Send(new Message(MessageKind.Beat, Rank: 0, Number: 0, BitConverter.GetBytes(Progress)));
        }
        catch (IOException)
        {
            _beats.Dispose();
        }
    }
}
