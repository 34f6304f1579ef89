using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Hnn.Notebooks.Tests.Browser;

/// <summary>The classic Jupyter notebook, for this machine alone and with a token of its own.</summary>
internal sealed class JupyterServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/jupyter-notebook";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _log = new();
    private readonly JupyterHome _home;
    private readonly Process _process;

    private JupyterServer(JupyterHome home)
    {
        _home = home;
        _process = home.Start(Program, [
            "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={FreePort()}", $"--NotebookApp.token={Token}", "--NotebookApp.allow_remote_access=False", "."]);
        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether it is installed.</summary>
    public static bool IsAvailable => File.Exists(Program);

    /// <summary>Why a test that needs it is skipped.</summary>
    public static string WhySkipped => $"There is no {Program}: install the package jupyter-notebook, or run test.sh --all, which does.";

    /// <summary>What opens it.</summary>
    public string Token { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Its address; ends with a slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<JupyterServer> StartAsync(JupyterHome home)
    {
        var server = new JupyterServer(home);
        var clock = Stopwatch.StartNew();
        while (!server.TryFindAddress())
        {
            Assert.True(!server._process.HasExited && clock.Elapsed < Patience, $"Jupyter did not start.\n{server.Log()}");
            await Task.Delay(100);
        }

        return server;
    }

    /// <summary>The address of a file of the server's, which lets in whoever has it.</summary>
    public string AddressOf(string path) => $"{Address}{path}?token={Token}";

    /// <summary>Asks it to end with its kernels, as a user does; only if that does not help is it ended.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("token", Token);
            using var answer = await client.PostAsync(new Uri(Address + "api/shutdown"), content: null);
            using var patience = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or UriFormatException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>What it wrote so far.</summary>
    public string Log()
    {
        lock (_log)
            return _log.ToString();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // It takes another port if somebody was faster, and writes down which.
    private bool TryFindAddress()
    {
        var file = Path.Combine(_home.RuntimeFolder, $"nbserver-{_process.Id}.json");
        if (!File.Exists(file))
            return false;
        try
        {
            using var info = JsonDocument.Parse(File.ReadAllText(file));
            Address = $"http://127.0.0.1:{info.RootElement.GetProperty("port").GetInt32()}/";
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
            _log.AppendLine(line.Data);
    }
}
