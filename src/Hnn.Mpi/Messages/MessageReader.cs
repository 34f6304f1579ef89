using System.Buffers;
using System.Text;

namespace Hnn.Mpi.Messages;

/// <summary>Reads the messages that a <see cref="MessageWriter"/> wrote, from a stream that launchers and libraries may have written to as well. For one thread.</summary>
/// <param name="stream">Where the messages come from.</param>
/// <param name="stray">Takes what belongs to no frame, by whole lines where it has lines, as UTF-8. Default: null (it is dropped).</param>
/// <param name="consumed">Takes the bytes of each frame once it was read, to acknowledge them; not those of an <see cref="MessageKind.Ack"/>. Default: null.</param>
internal sealed class MessageReader(Stream stream, Action<string>? stray = null, Action<int>? consumed = null)
{
    // Holds several frames at least, so that few reads take many.
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private uint _sequence;

    // The message under way: the content of its frames so far.
    private ArrayBufferWriter<byte>? _content;

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Waits for the next message; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The stream is damaged or ends too early; nothing more can be read from it.</exception>
    public Message? Read()
    {
        while (FindMagic())
        {
            Require(Frame.HeaderBytes);
            var frame = Frame.ReadHeader(Unread);
            Require(frame.Bytes);
            var bytes = Unread[..frame.Bytes];
            frame.Check(bytes);
            if (frame.Sequence != _sequence)
                throw Frame.Damaged($"Frame {frame.Sequence} came. Frame {_sequence} was due");
            _sequence++;
            var message = Join(frame, Frame.ContentOf(bytes));
            _start += frame.Bytes;
            if (frame.Kind != MessageKind.Ack)
                consumed?.Invoke(frame.Bytes);
            if (message is not null)
                return message;
        }

        return _content is null ? null : throw EndsEarly("message");
    }

    // A first frame drops what its writer gave up; an acknowledgement goes between the frames of another message.
    private Message? Join(Frame frame, ReadOnlySpan<byte> content)
    {
        if (frame.Kind == MessageKind.Ack)
            return new(frame.Kind, frame.Rank, frame.Number, content.ToArray());
        if (frame.Flags.HasFlag(FrameFlags.First))
            _content = new(Math.Max(1, content.Length));
        if (_content is null || content.Length > Array.MaxLength - _content.WrittenCount)
            throw Frame.Damaged(_content is null ? "A message lacks its first frame. It must begin with it" : $"A message is longer than {Array.MaxLength} bytes. It may not be");
        _content.Write(content);
        if (!frame.Flags.HasFlag(FrameFlags.Last))
            return null;
        var message = new Message(frame.Kind, frame.Rank, frame.Number, _content.WrittenMemory);
        _content = null;
        return message;
    }

    // Skips to the next magic; false if the stream ends before.
    private bool FindMagic()
    {
        while (true)
        {
            var at = Unread.IndexOf(Frame.Magic);
            Skip(at >= 0 ? at : WholeText(Unread));
            if (at >= 0)
                return true;
            if (Fill())
                continue;
            var cut = EndsInMagic(Unread);
            Skip(_end - _start - cut);
            return cut == 0 ? false : throw EndsEarly("frame");
        }
    }

    // Of text without a magic: its whole lines, or all but what may be the beginning of a magic when no newline comes.
    private int WholeText(ReadOnlySpan<byte> text) =>
        text.Length < _buffer.Length ? text.LastIndexOf((byte)'\n') + 1 : text.Length - EndsInMagic(text);

    // How many bytes at the end are the beginning of a magic.
    private static int EndsInMagic(ReadOnlySpan<byte> text)
    {
        var at = text.LastIndexOf(Frame.Magic[0]);
        return at >= 0 && Frame.Magic.StartsWith(text[at..]) ? text.Length - at : 0;
    }

    private void Skip(int count)
    {
        if (count == 0)
            return;
        stray?.Invoke(Encoding.UTF8.GetString(Unread[..count]));
        _start += count;
    }

    private void Require(int bytes)
    {
        while (_end - _start < bytes)
            if (!Fill())
                throw EndsEarly("frame");
    }

    // Reads what there is; false at the end of the stream. Whatever waits for more is shorter than the buffer.
    private bool Fill()
    {
        if (_start > 0)
        {
            Unread.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count > 0;
    }

    private static InvalidDataException EndsEarly(string within) =>
        new($"The stream ends within a {within}. The other side, or the launcher between, ended without a farewell. See what it wrote to standard error, and start the job again.");
}
