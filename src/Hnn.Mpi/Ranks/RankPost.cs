using System.Buffers.Binary;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Ranks;

// Messages between rank 0 and another rank: the kind is the tag, the number stands before the content.
internal sealed class RankPost(MpiCommunicator world)
{
    /// <summary>Sends a message to a rank.</summary>
    public void Send(Message message, int target)
    {
        var bytes = new byte[sizeof(int) + message.Content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, message.Number);
        message.Content.CopyTo(bytes.AsMemory(sizeof(int)));
        world.Send<byte>(bytes, target, (int)message.Kind);
    }

    /// <summary>The next message that has arrived, from the rank it is from; null if there is none.</summary>
    public Message? TryReceive()
    {
        if (world.TryProbe() is not { } found)
            return null;
        var bytes = new byte[found.Bytes];
        world.Receive<byte>(bytes, found.Source, found.Tag);
        return found.Tag > byte.MaxValue
            ? null
            : new Message((MessageKind)found.Tag, found.Source, BinaryPrimitives.ReadInt32LittleEndian(bytes), bytes.AsMemory(sizeof(int)));
    }
}
