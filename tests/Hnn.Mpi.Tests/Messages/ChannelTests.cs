using System.Diagnostics;
using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Tests.Messages;

// Writers and readers at the ends of real pipes, one for each direction.
public class ChannelTests
{
    [Fact]
    public void A_pipe_whose_reader_is_slow_never_holds_more_than_the_window()
    {
        using var pipe = new MeteredPipe(delay: TimeSpan.FromMilliseconds(1));
        var message = new Message(MessageKind.Part, Message.AllRanks, Number: 0, new byte[1_000_000]);

        var (read, _) = Exchange(pipe, message);

        Assert.Equal(1_000_000, read.Content.Length);
        Assert.InRange(pipe.MostHeld, 1, 24 * 1024);
    }

    [Theory, InlineData(16), InlineData(64)]
    public void A_long_message_arrives_unchanged(int megabytes)
    {
        using var pipe = new MeteredPipe(delay: TimeSpan.Zero);
        var content = new byte[megabytes << 20];
        new Random(1).NextBytes(content);

        var (read, time) = Exchange(pipe, new(MessageKind.Part, Message.AllRanks, Number: 0, content));

        Assert.True(read.Content.Span.SequenceEqual(content));
        TestContext.Current.TestOutputHelper!.WriteLine($"{megabytes} MB with the window: {time.TotalMilliseconds:0} ms");
    }

    // The parent writes with the window; the rank acknowledges each frame through a pipe of its own.
    private static (Message Read, TimeSpan Time) Exchange(MeteredPipe forth, Message message)
    {
        using var back = new MeteredPipe(delay: TimeSpan.Zero);
        using var parent = new MessageWriter(forth.Input, withWindow: true);
        using var rank = new MessageWriter(back.Input);
        var acks = new MessageReader(back.Output);
        var reader = new MessageReader(forth.Output, consumed: bytes => rank.Write(Message.Ack(bytes)));
        var writing = new Thread(() => parent.Write(message));
        var acknowledging = new Thread(() =>
        {
            while (acks.Read() is { } ack)
                parent.Acknowledge(ack.AcknowledgedBytes);
        });
        var begin = Stopwatch.GetTimestamp();
        writing.Start();
        acknowledging.Start();

        var read = reader.Read();

        var time = Stopwatch.GetElapsedTime(begin);
        writing.Join();
        rank.Dispose();
        acknowledging.Join();
        return (read!, time);
    }
}
