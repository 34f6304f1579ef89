using FsCheck;
using FsCheck.Xunit;
using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Tests.Messages;

public class MessageWriterTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly Message Short = new(MessageKind.Bye, Rank: Message.AllRanks, Number: 0, ReadOnlyMemory<byte>.Empty);
    private static readonly Message Long = new(MessageKind.Work, Rank: 1, Number: 7, new byte[5 * Frame.MostContent]);

    [Property(MaxTest = 50)]
    public void Messages_of_several_threads_stay_whole_and_in_each_threads_order(DoNotSize<int> seed)
    {
        var perThread = Enumerable.Range(0, 4).Select(thread => RandomMessages.Of(HashCode.Combine(seed.Item, thread), number: thread)).ToList();
        var stream = new MemoryStream();
        using var writer = new MessageWriter(stream);

        Parallel.ForEach(perThread, messages => messages.ForEach(message => writer.Write(message)));

        var read = RandomMessages.ReadAll(new MessageReader(new MemoryStream(stream.ToArray()))).ToLookup(message => message.Number);
        for (var thread = 0; thread < 4; thread++)
            Assert.Equal(RandomMessages.Shown(perThread[thread]), RandomMessages.Shown(read[thread]));
    }

    [Fact]
    public async Task A_writer_waits_at_the_window_and_goes_on_as_bytes_are_acknowledged()
    {
        var stream = new MemoryStream();
        using var writer = new MessageWriter(stream, withWindow: true);

        var writing = StartedUntilFull(writer, stream, TestContext.Current.CancellationToken);
        Assert.False(writing.IsCompleted);
        for (var frame = 3; frame <= 5; frame++)
        {
            writer.Acknowledge(Frame.MostBytes);
            WaitForLength(stream, frame * Frame.MostBytes);
        }

        await writing.WaitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.Equal(RandomMessages.Shown([Long]), RandomMessages.Shown(RandomMessages.ReadAll(new MessageReader(new MemoryStream(stream.ToArray())))));
    }

    [Fact]
    public async Task An_acknowledgement_overtakes_a_message_that_waits()
    {
        var stream = new MemoryStream();
        using var writer = new MessageWriter(stream, withWindow: true);
        var writing = StartedUntilFull(writer, stream, TestContext.Current.CancellationToken);

        writer.Write(Message.Ack(5), TestContext.Current.CancellationToken);
        writer.Acknowledge(2 * Frame.MostBytes);
        WaitForLength(stream, 4 * Frame.MostBytes);
        writer.Acknowledge(Frame.MostBytes);
        await writing.WaitAsync(Limit, TestContext.Current.CancellationToken);

        var read = RandomMessages.ReadAll(new MessageReader(new MemoryStream(stream.ToArray())));
        Assert.Equal([MessageKind.Ack, MessageKind.Work], read.Select(message => message.Kind));
    }

    [Fact]
    public async Task A_cancelled_message_is_dropped_by_the_reader_and_the_next_one_is_read()
    {
        var stream = new MemoryStream();
        using var writer = new MessageWriter(stream, withWindow: true);
        using var cancellation = new CancellationTokenSource();
        var writing = StartedUntilFull(writer, stream, cancellation.Token);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing.WaitAsync(Limit, TestContext.Current.CancellationToken));
        writer.Acknowledge(Frame.MostBytes);
        writer.Write(Short, TestContext.Current.CancellationToken);

        var read = RandomMessages.ReadAll(new MessageReader(new MemoryStream(stream.ToArray())));
        Assert.Equal(RandomMessages.Shown([Short]), RandomMessages.Shown(read));
    }

    [Fact]
    public async Task A_message_that_waits_for_another_can_be_cancelled()
    {
        var stream = new MemoryStream();
        using var writer = new MessageWriter(stream, withWindow: true);
        using var cancellation = new CancellationTokenSource(millisecondsDelay: 20);
        var writing = StartedUntilFull(writer, stream, TestContext.Current.CancellationToken);

        Assert.ThrowsAny<OperationCanceledException>(() => writer.Write(Short, cancellation.Token));

        writer.Dispose();
        await Assert.ThrowsAsync<IOException>(() => writing.WaitAsync(Limit, TestContext.Current.CancellationToken));
        Assert.Equal(MessageWriter.Window, stream.ToArray().Length);
    }

    [Fact]
    public async Task All_waiting_ends_when_the_writer_is_closed()
    {
        var stream = new MemoryStream();
        using var writer = new MessageWriter(stream, withWindow: true);
        var first = StartedUntilFull(writer, stream, TestContext.Current.CancellationToken);
        var second = Task.Run(() => writer.Write(Short), TestContext.Current.CancellationToken);

        writer.Dispose();

        var error = await Assert.ThrowsAsync<IOException>(() => first.WaitAsync(Limit, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<IOException>(() => second.WaitAsync(Limit, TestContext.Current.CancellationToken));
        Assert.Contains("closed", error.Message, StringComparison.Ordinal);
    }

    // The acknowledgement is what meets the broken pipe; the message that waits for room hears of it.
    [Fact]
    public async Task All_waiting_ends_when_the_stream_breaks()
    {
        using var pipe = new MeteredPipe(delay: TimeSpan.Zero);
        using var writer = new MessageWriter(pipe.Input, withWindow: true);
        var writing = Task.Run(() => writer.Write(Long), TestContext.Current.CancellationToken);
        SpinWait.SpinUntil(() => pipe.Written == MessageWriter.Window, Limit);

        pipe.Output.Dispose();

        Assert.Throws<IOException>(() => writer.Write(Message.Ack(1), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<IOException>(() => writing.WaitAsync(Limit, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void More_than_was_sent_cannot_be_acknowledged()
    {
        using var writer = new MessageWriter(new MemoryStream(), withWindow: true);
        writer.Write(Short, TestContext.Current.CancellationToken);

        Assert.Throws<InvalidDataException>(() => writer.Acknowledge(34));
        Assert.Throws<InvalidDataException>(() => writer.Acknowledge(-1));
        writer.Acknowledge(33);
    }

    private static Task StartedUntilFull(MessageWriter writer, MemoryStream stream, CancellationToken cancellation)
    {
        var writing = Task.Run(() => writer.Write(Long, cancellation), CancellationToken.None);
        WaitForLength(stream, MessageWriter.Window);
        return writing;
    }

    private static void WaitForLength(MemoryStream stream, int length) =>
        Assert.True(SpinWait.SpinUntil(() => stream.Length >= length, Limit), $"The stream has {stream.Length} of {length} bytes.");
}
