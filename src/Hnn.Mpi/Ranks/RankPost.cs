using System.Buffers.Binary;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Messages;

namespace Hnn.Mpi.Ranks;

// Messages between rank 0 and another rank: the kind is the tag, the number stands before the content.
internal sealed class RankPost(MpiCommunicator world)
{
    private readonly Queue<Message> _arrived = new();

    /// <summary>Sends a message to a rank, and takes in what arrives meanwhile: two ranks that send each other long messages would wait for each other for ever.</summary>
    public void Send(Message message, int target)
    {
        var bytes = new byte[sizeof(int) + message.Content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, message.Number);
        message.Content.CopyTo(bytes.AsMemory(sizeof(int)));
        var before = world.Waiting;
        world.Waiting = _ => TakeIn();
        try
        {
            world.Send<byte>(bytes, target, (int)message.Kind);
        }
        finally
        {
            world.Waiting = before;
        }
    }

    /// <summary>The next message that has arrived, from the rank it is from; null if there is none.</summary>
    public Message? TryReceive()
    {
        TakeIn();
        return _arrived.TryDequeue(out var message) ? message : null;
    }

    // Other tags are what is left of a roll call.
    private void TakeIn()
    {
        if (world.TryProbe() is not { } found)
            return;
        var bytes = new byte[found.Bytes];
        world.Receive<byte>(bytes, found.Source, found.Tag);
        if (found.Tag <= byte.MaxValue)
            _arrived.Enqueue(new Message((MessageKind)found.Tag, found.Source, BinaryPrimitives.ReadInt32LittleEndian(bytes), bytes.AsMemory(sizeof(int))));
    }
}
