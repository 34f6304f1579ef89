using System.Net;
using System.Net.Sockets;

namespace Hnn.Core.Tests.Datasets;

/// <summary>A web server on this machine alone that answers every request with the same bytes, for as long as a test runs.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener;

    public LoopbackServer(byte[] content, int status = 200)
    {
        (_listener, Address) = Start();
        _ = AnswerAsync(content, status);
    }

    public Uri Address { get; }

    public int Requests { get; private set; }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync(byte[] content, int status)
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Requests++;
            context.Response.StatusCode = status;
            context.Response.Close(content, willBlock: false);
        }
    }

    private static (HttpListener Listener, Uri Address) Start()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        probe.Stop();
        var listener = new HttpListener();
        listener.Prefixes.Add(address.ToString());
        listener.Start();
        return (listener, address);
    }
}
