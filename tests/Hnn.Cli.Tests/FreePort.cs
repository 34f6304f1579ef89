using System.Net;
using System.Net.Sockets;

namespace Hnn.Cli.Tests;

/// <summary>Ports of this machine that the system picks, so that tests do not get in each other's way.</summary>
internal static class FreePort
{
    /// <summary>A port at which nobody listens.</summary>
    public static int Find() => Find(1)[0];

    /// <summary>Several of them.</summary>
    public static int[] Find(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }
}
