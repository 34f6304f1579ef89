using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Tests.Messages;

public class MessageTests
{
    [Fact]
    public void An_acknowledgement_carries_its_count_in_four_bytes()
    {
        var ack = Message.Ack(258);

        Assert.Equal([2, 1, 0, 0], ack.Content.ToArray());
        Assert.Equal(258, ack.AcknowledgedBytes);
    }

    [Theory]
    [InlineData(MessageKind.Log, 4)]
    [InlineData(MessageKind.Ack, 3)]
    public void No_other_message_acknowledges(object kind, int length)
    {
        var message = new Message((MessageKind)kind, Rank: 0, Number: 0, new byte[length]);

        Assert.Throws<InvalidDataException>(() => message.AcknowledgedBytes);
    }
}
