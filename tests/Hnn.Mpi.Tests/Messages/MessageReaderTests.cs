using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Tests.Messages;

public class MessageReaderTests
{
    private static readonly Message First = new(MessageKind.Beat, Rank: 1, Number: 7, "one"u8.ToArray());
    private static readonly Message Second = new(MessageKind.Result, Rank: 2, Number: 7, "two"u8.ToArray());
    private static readonly Message Long = new(MessageKind.Result, Rank: 3, Number: 7, new byte[2 * Frame.MostContent + 1]);

    [Property(MaxTest = 200)]
    public void Messages_survive_any_splitting_of_the_stream(DoNotSize<int> seed, PositiveInt longest)
    {
        var messages = RandomMessages.Of(seed.Item);
        var stream = new PiecewiseStream(RandomMessages.Written(messages), seed.Item, longest.Get * longest.Get);

        var read = RandomMessages.ReadAll(new MessageReader(stream, stray: text => Assert.Fail($"Stray: {text}")));

        Assert.Equal(RandomMessages.Shown(messages), RandomMessages.Shown(read));
    }

    [Fact]
    public void Each_flipped_bit_of_short_messages_is_noticed()
    {
        Message[] messages = [First, Second, First];
        var written = RandomMessages.Written(messages);

        for (var bit = 0; bit < 8 * written.Length; bit++)
            AssertNoticed(messages, written, bit);
    }

    [Property(MaxTest = 300)]
    public void A_flipped_bit_of_long_messages_is_noticed(DoNotSize<int> seed, DoNotSize<uint> place)
    {
        var messages = RandomMessages.Of(seed.Item);
        var written = RandomMessages.Written(messages);

        AssertNoticed(messages, written, (int)(place.Item % (8 * written.Length)));
    }

    [Property(MaxTest = 200)]
    public void Stray_text_before_between_and_after_frames_is_handed_out(DoNotSize<int> seed, PositiveInt longest)
    {
        byte[] bytes = [.. "WARNING: no µ\n"u8, .. RandomMessages.Written([First, Long]), .. "[host:1] hm, "u8, .. Frame.Magic[..4], .. "\nno newline"u8];
        var (stray, read) = ("", new List<Message>());

        var reader = new MessageReader(new PiecewiseStream(bytes, seed.Item, longest.Get), text => stray += text);
        read.AddRange(RandomMessages.ReadAll(reader));

        Assert.Equal(RandomMessages.Shown([First, Long]), RandomMessages.Shown(read));
        Assert.Equal("WARNING: no µ\n[host:1] hm, \uFFFDHNN\nno newline", stray);
    }

    [Fact]
    public void Stray_text_without_lines_or_end_does_not_pile_up()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('x', 200_000));
        var pieces = new List<string>();

        var message = new MessageReader(new MemoryStream([.. bytes, .. RandomMessages.Written([First])]), pieces.Add).Read();

        Assert.Equal(RandomMessages.Shown([First]), RandomMessages.Shown([message!]));
        Assert.Equal(200_000, pieces.Sum(piece => piece.Length));
        Assert.True(pieces.Count > 2, "The text came in one piece.");
    }

    [Fact]
    public void Stray_text_between_the_frames_of_a_message_does_no_harm()
    {
        var written = RandomMessages.Written([Long]);
        var stray = "";

        var reader = new MessageReader(new MemoryStream([.. written[..Frame.MostBytes], .. "hm"u8, .. written[Frame.MostBytes..]]), text => stray += text);

        Assert.Equal(RandomMessages.Shown([Long]), RandomMessages.Shown(RandomMessages.ReadAll(reader)));
        Assert.Equal("hm", stray);
    }

    [Fact]
    public void A_stream_that_ends_within_a_frame_is_an_error_and_between_messages_is_not()
    {
        var written = RandomMessages.Written([First, Second]);
        var boundary = RandomMessages.Written([First]).Length;

        var cuts = Enumerable.Range(0, written.Length + 1).Where(cut => !IsRefused(written[..cut]));

        Assert.Equal([0, boundary, written.Length], cuts);
    }

    [Fact]
    public void A_stream_that_ends_or_skips_between_the_frames_of_a_message_is_an_error()
    {
        var written = RandomMessages.Written([Long]);

        Assert.True(IsRefused(written[..(2 * Frame.MostBytes)]));
        Assert.True(IsRefused(written[Frame.MostBytes..]));
        Assert.True(IsRefused([.. written[..Frame.MostBytes], .. written[(2 * Frame.MostBytes)..]]));
    }

    [Fact]
    public void Each_frame_is_reported_as_consumed_but_acknowledgements_are_not()
    {
        var written = RandomMessages.Written([Long, Message.Ack(1), First]);
        var consumed = new List<int>();

        RandomMessages.ReadAll(new MessageReader(new MemoryStream(written), consumed: consumed.Add));

        Assert.Equal([12_288, 12_288, 32 + 1 + 1, 32 + 3 + 1], consumed);
    }

    // The reader may give what came before the flip, then it fails or has shown the damaged frame as stray text; a later frame tells that one is missing.
    private static void AssertNoticed(IReadOnlyList<Message> messages, byte[] written, int bit)
    {
        var bytes = written.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        var (read, noticed) = (new List<Message>(), false);
        try
        {
            var reader = new MessageReader(new MemoryStream(bytes), stray: _ => noticed = true);
            while (reader.Read() is { } message)
                read.Add(message);
        }
        catch (InvalidDataException)
        {
            noticed = true;
        }

        Assert.True(noticed, $"Bit {bit} was not noticed.");
        Assert.True(read.Count < messages.Count, $"Bit {bit} had no effect.");
        Assert.Equal(RandomMessages.Shown(messages.Take(read.Count)), RandomMessages.Shown(read));
    }

    private static bool IsRefused(byte[] bytes)
    {
        try
        {
            RandomMessages.ReadAll(new MessageReader(new MemoryStream(bytes)));
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
