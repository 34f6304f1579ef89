using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace Hnn.Jupyter.Wire;

/// <summary>The sockets of a kernel. One thread owns them all; whoever sends leaves the message in its outbox.</summary>
internal sealed class KernelSockets : IDisposable
{
    private readonly MessageFormat _format;
    private readonly Action<KernelRequest> _received;
    private readonly Dictionary<Channel, NetMQSocket> _sockets;
    private readonly RouterSocket _heartbeat = new();
    private readonly NetMQQueue<Action> _outbox = new();
    private readonly NetMQPoller _poller;

    /// <summary>Opens the sockets; nothing is received before <see cref="Start"/>.</summary>
    /// <param name="file">Where to listen, and the key.</param>
    /// <param name="received">Takes each message that is not refused, on the sockets' own thread: it must be quick, and must not throw.</param>
    /// <exception cref="KernelStartException">A port is taken.</exception>
    public KernelSockets(ConnectionFile file, Action<KernelRequest> received)
    {
        _format = new MessageFormat(new MessageSigner(file.Key));
        _received = received;
        _sockets = new()
        {
            [Channel.Shell] = new RouterSocket(),
            [Channel.Control] = new RouterSocket(),
            [Channel.Stdin] = new RouterSocket(),
            [Channel.Publish] = new PublisherSocket(),
        };
        // With the usual limit of 1,000 waiting messages, outputs would be lost without a word.
        _sockets[Channel.Publish].Options.SendHighWatermark = 0;
        _poller = [_heartbeat, _outbox];
        Bind(_heartbeat, file, file.Heartbeat);
        Bind(_sockets[Channel.Publish], file, file.Publish);
        foreach (var (channel, port) in new[] { (Channel.Shell, file.Shell), (Channel.Control, file.Control), (Channel.Stdin, file.Stdin) })
            Listen(channel, file, port);
        _heartbeat.ReceiveReady += (_, _) => Echo();
        _outbox.ReceiveReady += (_, ready) =>
        {
            while (ready.Queue.TryDequeue(out var action, TimeSpan.Zero))
                action();
        };
    }

    /// <summary>Begins to receive and send, on a thread of its own.</summary>
    public void Start() => _poller.RunAsync("Jupyter sockets");

    /// <summary>Sends who asked an answer, on the channel where it asked.</summary>
    public void Reply(KernelRequest request, string type, JsonObject content) => Send(request.Channel, _format.Write(request.Identities, type, request, content));

    /// <summary>Asks the user of who sent a request.</summary>
    public void Ask(KernelRequest request, JsonObject content) => Send(Channel.Stdin, _format.Write(request.Identities, "input_request", request, content));

    /// <summary>Tells everybody.</summary>
    public void Publish(KernelRequest? parent, string type, JsonObject content) => Send(Channel.Publish, _format.Write([Encoding.ASCII.GetBytes(type)], type, parent, content));

    /// <summary>Waits until what was left in the outbox is sent and what had arrived is received.</summary>
    public void Settle()
    {
        using var done = new ManualResetEventSlim();
        _outbox.Enqueue(() =>
        {
            foreach (var channel in new[] { Channel.Control, Channel.Stdin, Channel.Shell })
                ReceiveAll(channel);
            done.Set();
        });
        done.Wait();
    }

    /// <summary>Closes the sockets; what was not sent by then is lost.</summary>
    public void Dispose()
    {
        _poller.Dispose();
        _outbox.Dispose();
        _heartbeat.Dispose();
        foreach (var socket in _sockets.Values)
            socket.Dispose();
    }

    private void Send(Channel channel, byte[][] frames) => _outbox.Enqueue(() => _sockets[channel].SendMultipartBytes(frames));

    private void Listen(Channel channel, ConnectionFile file, int port)
    {
        Bind(_sockets[channel], file, port);
        _sockets[channel].ReceiveReady += (_, _) => ReceiveAll(channel);
        _poller.Add(_sockets[channel]);
    }

    private static void Bind(NetMQSocket socket, ConnectionFile file, int port)
    {
        try
        {
            socket.Bind($"tcp://{file.Address}:{port}");
        }
        catch (NetMQException fault)
        {
            throw new KernelStartException($"The kernel cannot listen at port {port} of {file.Address}: {fault.Message} Another program may have taken it; start the kernel again.", fault);
        }
    }

    private void ReceiveAll(Channel channel)
    {
        List<byte[]> frames = [];
        while (_sockets[channel].TryReceiveMultipartBytes(ref frames))
        {
            try
            {
                _received(_format.Read(channel, frames));
            }
            catch (FormatException fault)
            {
                Console.Error.WriteLine($"A message on the channel {channel} was refused: {fault.Message}.");
            }
        }
    }

    private void Echo()
    {
        List<byte[]> frames = [];
        while (_heartbeat.TryReceiveMultipartBytes(ref frames))
            _heartbeat.TrySendMultipartBytes(TimeSpan.Zero, frames);
    }
}
