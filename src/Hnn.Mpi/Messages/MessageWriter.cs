namespace Hnn.Mpi.Messages;

/// <summary>Writes messages to a stream, whole and one after the other, whatever threads they come from.</summary>
/// <remarks>
/// Owns the stream. An <see cref="MessageKind.Ack"/> overtakes a long message between two of its frames and needs no room in the window.
/// Whoever notices that the other side is gone disposes the writer, which ends every wait for room.
/// </remarks>
/// <param name="stream">Where the messages go; each frame is flushed.</param>
/// <param name="withWindow">True where a launcher with small buffers forwards the stream: never more than <see cref="Window"/> bytes are then unacknowledged.</param>
internal sealed class MessageWriter(Stream stream, bool withWindow = false) : IDisposable
{
    /// <summary>Most bytes on their way when the window is used.</summary>
    public const int Window = 2 * Frame.MostBytes;

    private readonly CreditWindow _window = new(withWindow ? Window : 0);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _frameGate = new();
    private readonly byte[] _frame = new byte[Frame.MostBytes];
    private uint _sequence;
    private volatile Exception? _end;

    /// <summary>Writes a message, after those that other threads are writing.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Ends the wait for other messages and for room, and gives up a message that is partly written: the reader drops it.</param>
    /// <exception cref="OperationCanceledException">The message was given up.</exception>
    /// <exception cref="IOException">The writer is closed, or its stream broke.</exception>
    public void Write(Message message, CancellationToken cancellation = default)
    {
        if (message.Kind == MessageKind.Ack)
        {
            WriteFrame(message, FrameFlags.First | FrameFlags.Last, message.Content.Span);
            return;
        }

        _turn.Wait(cancellation);
        try
        {
            WriteFrames(message, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Makes room in the window, as the other side acknowledged bytes.</summary>
    /// <param name="bytes">How many.</param>
    /// <exception cref="InvalidDataException">So many were not on their way.</exception>
    public void Acknowledge(int bytes) => _window.Return(bytes);

    /// <summary>Closes the stream; writes that wait for room end with an <see cref="IOException"/>, and so do later ones.</summary>
    /// <remarks>A write that the system holds up, as its buffer is full, ends when the other side does.</remarks>
    public void Dispose()
    {
        End(new ObjectDisposedException(nameof(MessageWriter)));
        stream.Dispose();
    }

    private void WriteFrames(Message message, CancellationToken cancellation)
    {
        var rest = message.Content;
        var flags = FrameFlags.First;
        while (!flags.HasFlag(FrameFlags.Last))
        {
            var content = rest[..Math.Min(rest.Length, Frame.MostContent)];
            rest = rest[content.Length..];
            if (rest.IsEmpty)
                flags |= FrameFlags.Last;
            cancellation.ThrowIfCancellationRequested();
            if (withWindow && !_window.Take(Frame.HeaderBytes + content.Length + 1, cancellation))
                throw Ended(message);
            WriteFrame(message, flags, content.Span);
            flags &= ~FrameFlags.First;
        }
    }

    private void WriteFrame(Message message, FrameFlags flags, ReadOnlySpan<byte> content)
    {
        lock (_frameGate)
        {
            if (_end is not null)
                throw Ended(message);
            var frame = new Frame(message.Kind, flags, _sequence++, message.Rank, message.Number, content.Length);
            frame.Write(content, _frame);
            try
            {
                stream.Write(_frame, 0, frame.Bytes);
                stream.Flush();
            }
            catch (Exception cause) when (cause is IOException or ObjectDisposedException)
            {
                End(cause);
                throw Ended(message);
            }
        }
    }

    // After a frame that may have been written in part, nothing more can follow.
    private void End(Exception cause)
    {
        Interlocked.CompareExchange(ref _end, cause, null);
        _window.Close();
    }

    private IOException Ended(Message message)
    {
        var why = _end is ObjectDisposedException ? "This side closed the channel." : $"The channel broke: {_end?.Message}";
        return new($"A message of kind {message.Kind} was not written. {why} Start the MPI job again to go on.", _end);
    }
}
