using System.Diagnostics;
using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Tests.Messages;

// Writers and readers at the ends of real pipes, one for each direction.
public class BothDirectionsTests
{
    [Fact]
    public async Task A_pipe_whose_reader_is_slow_never_holds_more_than_the_window()
    {
        using var pipe = new MeteredPipe(delay: TimeSpan.FromMilliseconds(1));
        var message = new Message(MessageKind.Part, Message.AllRanks, Number: 0, new byte[1_000_000]);

        var (read, _) = await Exchange(pipe, message, withWindow: true);

        Assert.Equal(1_000_000, read.Content.Length);
        Assert.InRange(pipe.MostHeld, 1, 24 * 1024);
    }

    [Theory, InlineData(16, true), InlineData(64, true), InlineData(64, false)]
    public async Task A_long_message_arrives_unchanged(int megabytes, bool withWindow)
    {
        using var pipe = new MeteredPipe(delay: TimeSpan.Zero);
        var content = new byte[megabytes << 20];
        new Random(1).NextBytes(content);

        var (read, time) = await Exchange(pipe, new(MessageKind.Part, Message.AllRanks, Number: 0, content), withWindow);

        Assert.True(read.Content.Span.SequenceEqual(content));
        TestContext.Current.TestOutputHelper!.WriteLine($"{megabytes} MB {(withWindow ? "with" : "without")} the window: {time.TotalMilliseconds:0} ms");
    }

    // One side writes; where the window is used, the other acknowledges each frame through a pipe of its own.
    private static async Task<(Message Read, TimeSpan Time)> Exchange(MeteredPipe forth, Message message, bool withWindow)
    {
        using var back = new MeteredPipe(delay: TimeSpan.Zero);
        using var parent = new MessageWriter(forth.Input, withWindow);
        using var rank = new MessageWriter(back.Input);
        var acks = new MessageReader(back.Output);
        var reader = new MessageReader(forth.Output, consumed: withWindow ? bytes => rank.Write(Message.Ack(bytes)) : null);
        var begin = Stopwatch.GetTimestamp();
        var writing = Task.Run(() => parent.Write(message));
        var acknowledging = Task.Run(() =>
        {
            while (acks.Read() is { } ack)
                parent.Acknowledge(ack.AcknowledgedBytes);
        });

        var read = reader.Read();

        var time = Stopwatch.GetElapsedTime(begin);
        await writing;
        rank.Dispose();
        await acknowledging;
        return (read!, time);
    }
}
