using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Hnn.Cli.Servers;

/// <summary>Chooses the port at which a server of this machine listens.</summary>
internal static class LocalPort
{
    // Jupyter's own, and some after it.
    private const int First = 8888;
    private const int Last = 8899;

    /// <summary>The wanted port; without one, the first of 8888 to 8899 that is free, or else any that is.</summary>
    /// <exception cref="ArgumentException">There is no such port.</exception>
    /// <exception cref="InvalidOperationException">The wanted port is not free.</exception>
    public static int Choose(int? wanted)
    {
        if (wanted is > IPEndPoint.MaxPort)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There is no port {wanted}. Choose one up to {IPEndPoint.MaxPort} with --port, or leave it out."));
        if (wanted is { } port)
            return Free(port) ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Port {port} cannot be used: another program has it, or it is kept for the system. Choose another with --port, or leave it out."));
        return Enumerable.Range(First, Last - First + 1).Select(Free).FirstOrDefault(free => free is not null) ?? Free(0)!.Value;
    }

    private static int? Free(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
