using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Hnn.Jupyter.Wire;

/// <summary>Where a kernel is to listen, and the key its clients share with it; Jupyter writes it before it starts the kernel.</summary>
/// <param name="Address">An address of this machine that no other machine can reach.</param>
/// <param name="Shell">Port of the channel.</param>
/// <param name="Control">Port of the channel.</param>
/// <param name="Stdin">Port of the channel.</param>
/// <param name="Publish">Port of the channel.</param>
/// <param name="Heartbeat">Port where bytes are echoed.</param>
/// <param name="Key">The key of the signatures.</param>
internal sealed record ConnectionFile(IPAddress Address, int Shell, int Control, int Stdin, int Publish, int Heartbeat, ImmutableArray<byte> Key)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="KernelStartException">It is no such file, or it asks for what is refused: another machine's reach, unsigned messages.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            return Of(path, file.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new KernelStartException($"The connection file '{path}' is not one: {fault.Message} Let Jupyter write it, or 'jupyter console --kernel hnn-csharp'.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KernelStartException($"The connection file '{path}' cannot be read: {fault.Message} Pass the path that Jupyter gives the kernel.", fault);
        }
    }

    private static ConnectionFile Of(string path, JsonElement file)
    {
        if (Text("transport", "tcp") is not "tcp" and var transport)
            throw new KernelStartException($"The connection file '{path}' asks for the transport {transport}, and this kernel knows tcp alone. Configure Jupyter's KernelManager.transport as tcp.");
        if (Text("signature_scheme", "hmac-sha256") is not "hmac-sha256" and var scheme)
            throw new KernelStartException($"The connection file '{path}' asks for signatures by {scheme}, and this kernel knows hmac-sha256 alone. Leave Jupyter's Session.signature_scheme as it is.");
        if (Text("key", "") is not { Length: > 0 } key)
            throw new KernelStartException($"The connection file '{path}' has no key, so that every program of this machine could run code here. Remove the empty Session.key from Jupyter's configuration.");
        return new ConnectionFile(AddressOf(path, Text("ip", "127.0.0.1")), Port("shell_port"), Port("control_port"), Port("stdin_port"), Port("iopub_port"), Port("hb_port"), [.. Encoding.UTF8.GetBytes(key)]);

        string Text(string field, string byDefault) => file.TryGetProperty(field, out var value) ? value.GetString() ?? byDefault : byDefault;

        int Port(string field) => file.GetProperty(field).GetInt32() is > 0 and <= ushort.MaxValue and var port
            ? port
            : throw new FormatException($"{field} is no port.");
    }

    private static IPAddress AddressOf(string path, string text)
    {
        if (text == "localhost")
            return IPAddress.Loopback;
        return IPAddress.TryParse(text, out var address) && IPAddress.IsLoopback(address) && address.AddressFamily == AddressFamily.InterNetwork
            ? address
            : throw new KernelStartException($"The connection file '{path}' asks to listen at {text}, where other machines could run code here. Let it be 127.0.0.1.");
    }
}
