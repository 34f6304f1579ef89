using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hnn.Jupyter.Wire;
using NetMQ;
using NetMQ.Sockets;

namespace Hnn.Jupyter.Tests.Kernel;

/// <summary>A client of a kernel, as a Jupyter server is one. Signs by itself. To be used by one thread at a time.</summary>
internal sealed class KernelClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly byte[] _key;
    private readonly Dictionary<Channel, NetMQSocket> _sockets;

    public KernelClient(string connectionFile)
    {
        var file = JsonElement.Parse(File.ReadAllText(connectionFile));
        _key = Encoding.UTF8.GetBytes(file.GetProperty("key").GetString()!);
        var identity = Guid.NewGuid().ToByteArray();
        _sockets = new() { [Channel.Shell] = Dealer("shell_port"), [Channel.Control] = Dealer("control_port"), [Channel.Stdin] = Dealer("stdin_port"), [Channel.Publish] = new SubscriberSocket() };
        _sockets[Channel.Publish].Options.ReceiveHighWatermark = 0;
        ((SubscriberSocket)_sockets[Channel.Publish]).SubscribeToAnyTopic();
        _sockets[Channel.Publish].Connect($"tcp://127.0.0.1:{file.GetProperty("iopub_port")}");

        NetMQSocket Dealer(string port)
        {
            var socket = new DealerSocket();
            socket.Options.Identity = identity;
            socket.Connect($"tcp://127.0.0.1:{file.GetProperty(port)}");
            return socket;
        }
    }

    /// <summary>Writes a connection file with five free ports.</summary>
    public static void WriteConnectionFile(string path, string key = "a key", string ip = "127.0.0.1")
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        Array.ForEach(listeners, listener => listener.Stop());
        File.WriteAllText(path, JsonSerializer.Serialize(new { transport = "tcp", ip, key, signature_scheme = "hmac-sha256", shell_port = ports[0], control_port = ports[1], stdin_port = ports[2], iopub_port = ports[3], hb_port = ports[4] }));
    }

    /// <summary>Asks who is there until somebody answers and this client hears what everybody hears.</summary>
    public void WaitUntilReady()
    {
        var last = "";
        var waited = Stopwatch.StartNew();
        var hears = false;
        while (!hears)
        {
            Assert.True(waited.Elapsed < Patience, "The kernel does not answer.");
            last = Send(Channel.Shell, "kernel_info_request", new { });
            hears = TryReceive(Channel.Publish, TimeSpan.FromSeconds(0.2)) is not null;
        }

        while (Receive(Channel.Shell).ParentId != last)
        {
        }
    }

    /// <summary>Sends a request.</summary>
    /// <returns>Its name, which all that belongs to it repeats.</returns>
    public string Send(Channel channel, string type, object content)
    {
        var (id, frames) = Frames(type, content);
        SendFrames(channel, frames);
        return id;
    }

    /// <summary>The frames of a request, signed.</summary>
    public (string Id, byte[][] Frames) Frames(string type, object content)
    {
        var id = Guid.NewGuid().ToString();
        byte[][] parts = [JsonSerializer.SerializeToUtf8Bytes(new { msg_id = id, session = "test", username = "test", date = "2026-01-01T00:00:00Z", msg_type = type, version = "5.3" }), "{}"u8.ToArray(), "{}"u8.ToArray(), JsonSerializer.SerializeToUtf8Bytes(content)];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(_key, parts.SelectMany(part => part).ToArray()));
        return (id, ["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(signature), .. parts]);
    }

    public void SendFrames(Channel channel, byte[][] frames) => _sockets[channel].SendMultipartBytes(frames);

    /// <summary>The next message of a channel, or null.</summary>
    public Message? TryReceive(Channel channel, TimeSpan patience)
    {
        List<byte[]> frames = [];
        if (!_sockets[channel].TryReceiveMultipartBytes(patience, ref frames))
            return null;
        var start = frames.FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        var (header, parent) = (JsonElement.Parse(frames[start + 2]), JsonElement.Parse(frames[start + 3]));
        return new Message(header.GetProperty("msg_type").GetString()!, parent.TryGetProperty("msg_id", out var id) ? id.GetString()! : "", JsonElement.Parse(frames[start + 5]));
    }

    public Message Receive(Channel channel) => TryReceive(channel, Patience) ?? throw new TimeoutException($"Nothing came on the channel {channel}.");

    /// <summary>What everybody hears, up to the first message that is meant.</summary>
    public IReadOnlyList<Message> ReceiveUntil(Predicate<Message> isMeant)
    {
        var messages = new List<Message>();
        do
            messages.Add(Receive(Channel.Publish));
        while (!isMeant(messages[^1]));
        return messages;
    }

    /// <summary>Waits for all that a request on the shell brings.</summary>
    public Execution Collect(string id)
    {
        var published = ReceiveUntil(message => message.ParentId == id && message["execution_state"] == "idle").Where(message => message.ParentId == id).ToArray();
        var reply = Receive(Channel.Shell);
        Assert.Equal(id, reply.ParentId);
        return new Execution(reply, published);
    }

    public Execution Ask(string type, object content) => Collect(Send(Channel.Shell, type, content));

    public string SendCell(string code) => Send(Channel.Shell, "execute_request", new { code, silent = false, store_history = true, allow_stdin = true, stop_on_error = true });

    public Execution Run(string code) => Collect(SendCell(code));

    public void Dispose()
    {
        foreach (var socket in _sockets.Values)
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Dispose();
        }
    }
}
