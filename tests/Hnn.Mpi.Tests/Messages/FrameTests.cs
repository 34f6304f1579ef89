using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Tests.Messages;

public class FrameTests
{
    // Worked by hand; the checksum by a bitwise CRC-32C (polynomial 82F63B78) over the 28 bytes before it and the content.
    private const string WrittenByHand =
        "F7484E4E2D4D5049" + // magic
        "01" +               // version
        "0A" +               // kind: Log
        "0300" +             // first and last frame
        "00000000" +         // sequence
        "02000000" +         // rank 2
        "02010000" +         // number 258
        "02000000" +         // two bytes of content
        "56FD6C14" +         // checksum
        "4869" +             // Hi
        "0A";                // newline

    private static readonly Message Hi = new(MessageKind.Log, Rank: 2, Number: 258, "Hi"u8.ToArray());

    [Fact]
    public void A_frame_is_written_byte_by_byte_as_its_layout_says() =>
        Assert.Equal(WrittenByHand, Convert.ToHexString(RandomMessages.Written([Hi])));

    [Fact]
    public void The_frame_written_by_hand_is_read()
    {
        var reader = new MessageReader(new MemoryStream(Convert.FromHexString(WrittenByHand)));

        var messages = RandomMessages.ReadAll(reader);

        Assert.Equal(RandomMessages.Shown([Hi]), RandomMessages.Shown(messages));
    }

    [Theory]
    [InlineData(8, "02", "version 2")]
    [InlineData(24, "FFFFFFFF", "claims -1 bytes")]
    [InlineData(24, "E02F0000", "claims 12256 bytes")]
    [InlineData(28, "00000000", "checksum")]
    [InlineData(33, "6A", "checksum")]
    [InlineData(34, "0D", "newline")]
    public void A_damaged_frame_is_refused_with_its_fault(int place, string damage, string fault)
    {
        var bytes = Convert.FromHexString(WrittenByHand);
        Convert.FromHexString(damage).CopyTo(bytes, place);

        var error = Assert.Throws<InvalidDataException>(() => new MessageReader(new MemoryStream(bytes)).Read());

        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_a_later_version_is_refused()
    {
        var bytes = RandomMessages.Written([Hi with { Kind = (MessageKind)200 }]);

        var error = Assert.Throws<InvalidDataException>(() => new MessageReader(new MemoryStream(bytes)).Read());

        Assert.Contains("kind 200", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_frame_is_12_KB()
    {
        var content = new byte[Frame.MostContent];

        var written = RandomMessages.Written([Hi with { Content = content }]);

        Assert.Equal(12 * 1024, written.Length);
    }
}
