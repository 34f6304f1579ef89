using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Hnn.Cli.Notebooks;
using Hnn.Mpi.Binding;

namespace Hnn.Cli.Servers;

/// <summary>A Jupyter server that this process started: for this machine alone, and only with its token. It ends, with its kernels, when disposed.</summary>
internal sealed class JupyterServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Answers only who has the token.
    private const string Status = "api/status";

    // A browser that it opened may hold its output open.
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(500);

    // Not on the command line, which every user of the machine can read.
    private const string TokenVariable = "JUPYTER_TOKEN";

    private readonly JupyterProgram _program;
    private readonly Uri _root;
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
    private readonly HttpClient _client;
    private readonly Process _process;
    private readonly JupyterLog _log;
    private readonly Task _written;
    private readonly Task _ended;

    private JupyterServer(
        JupyterProgram program, OpenTarget target, int port, bool opensBrowser, Action<string> tell, IEnumerable<KeyValuePair<string, string?>> environment)
    {
        _program = program;
        _root = new(string.Create(CultureInfo.InvariantCulture, $"http://{IPAddress.Loopback}:{port}/"));
        // Without cookies, or who once had the token would be known without it.
        _client = new HttpClient(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }, disposeHandler: true) { BaseAddress = _root, Timeout = Patience };
        _log = new JupyterLog(tell);
        _process = Process.Start(StartOf(program, target, port, opensBrowser, environment))!;
        _process.StandardInput.Close();
        _written = Task.WhenAll(_log.ReadAsync(_process.StandardOutput), _log.ReadAsync(_process.StandardError));
        _ended = _process.WaitForExitAsync();
        Address = AddressOf(target);
    }

    /// <summary>Where a browser finds what was opened, with the token.</summary>
    public string Address { get; }

    /// <summary>Starts a server and waits until it answers, and refuses who has no token.</summary>
    /// <param name="program">The Jupyter.</param>
    /// <param name="target">What it opens.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="opensBrowser">Whether it opens a browser.</param>
    /// <param name="tell">Told the errors that it writes.</param>
    /// <param name="cancellation">Ends it before it answers.</param>
    /// <param name="environment">Environment variables of its own; null unsets one. Default: those of this process.</param>
    /// <exception cref="InvalidOperationException">It cannot start, does not answer, does not know our kernel, or answers without a token.</exception>
    public static async Task<JupyterServer> StartAsync(
        JupyterProgram program, OpenTarget target, int port, bool opensBrowser, Action<string> tell, CancellationToken cancellation, IEnumerable<KeyValuePair<string, string?>>? environment = null)
    {
        JupyterServer server;
        try
        {
            server = new(program, target, port, opensBrowser, tell, environment ?? []);
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"{program.Path} cannot be started: {fault.Message}. Install Jupyter anew, or let another come first on the PATH.", fault);
        }

        try
        {
            await server.WaitUntilItAnswersAsync(cancellation).ConfigureAwait(false);
            await server.RequireTokenAndKernelAsync(cancellation).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until it ends by itself, as it does when its user tells it to in the browser.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public async Task<int> WaitAsync(CancellationToken cancellation)
    {
        await _ended.WaitAsync(cancellation).ConfigureAwait(false);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!await IsAskedToEndAsync().ConfigureAwait(false))
        {
            // Its kernels see its end and go, too. Windows starts it through another program; elsewhere the rest of the tree may be the user's browser.
            _process.Kill(entireProcessTree: OperatingSystem.IsWindows());
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        _process.Dispose();
        _client.Dispose();
    }

    private ProcessStartInfo StartOf(JupyterProgram program, OpenTarget target, int port, bool opensBrowser, IEnumerable<KeyValuePair<string, string?>> environment)
    {
        string[] words =
        [
            .. program.Words, $"--ip={IPAddress.Loopback}", string.Create(CultureInfo.InvariantCulture, $"--port={port}"), "--port-retries=0",
            $"--notebook-dir={target.Folder}", $"--MultiKernelManager.default_kernel_name={KernelSpec.Name}", "-y",
        ];
        if (!opensBrowser)
            words = [.. words, "--no-browser"];
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            words = [.. words, "--allow-root"];
        if (target.File is not null)
            words = [.. words, target.Path];
        var start = new ProcessStartInfo(program.Path, words) { WorkingDirectory = target.Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[TokenVariable] = _token;

        // Newer versions look for a user's kernels elsewhere on some systems.
        var others = Environment.GetEnvironmentVariable("JUPYTER_PATH");
        start.Environment["JUPYTER_PATH"] = string.IsNullOrEmpty(others) ? KernelSpec.UserData() : $"{KernelSpec.UserData()}{Path.PathSeparator}{others}";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private string AddressOf(OpenTarget target)
    {
        var page = (_program.IsLab, target.File) switch
        {
            (true, null) => "lab",
            (true, var file) => $"lab/tree/{Uri.EscapeDataString(file)}",
            (false, null) => "tree",
            (false, var file) => $"notebooks/{Uri.EscapeDataString(file)}",
        };
        return $"{_root}{page}?token={_token}";
    }

    private async Task WaitUntilItAnswersAsync(CancellationToken cancellation)
    {
        // Who refuses the token is another's server, which took the port meanwhile; ours will see that and end.
        for (var clock = Stopwatch.StartNew(); await StatusOfAsync(Status, hasToken: true, cancellation).ConfigureAwait(false) != HttpStatusCode.OK; await Task.Delay(Pause, cancellation).ConfigureAwait(false))
        {
            await RequireRunningAsync(TimeSpan.Zero, cancellation).ConfigureAwait(false);
            if (clock.Elapsed > Patience)
                throw new InvalidOperationException($"{_program.Path} does not answer at {_root}{Status} after {Patience.TotalSeconds:F0} s. If your Jupyter configuration sets a base_url or a certificate, start Jupyter yourself: it knows the kernel '{KernelSpec.DisplayName}' now. Its last words:\n{_log.Tail}");
        }
    }

    private async Task RequireTokenAndKernelAsync(CancellationToken cancellation)
    {
        var kernel = $"api/kernelspecs/{KernelSpec.Name}";
        var (stranger, known) = (await StatusOfAsync(kernel, hasToken: false, cancellation).ConfigureAwait(false), await StatusOfAsync(kernel, hasToken: true, cancellation).ConfigureAwait(false));
        if (stranger is null || known is null)
            throw new InvalidOperationException($"Jupyter does not answer any more. It was ended. Its last words:\n{_log.Tail}");
        if (stranger == HttpStatusCode.OK)
        {
            await RequireRunningAsync(Moment, cancellation).ConfigureAwait(false);
            throw new InvalidOperationException("Jupyter lets anyone in who is on this machine: its configuration switches the token off. It was ended again. Take the empty 'token' out of your Jupyter configuration; 'jupyter --paths' tells where that is.");
        }

        if (known != HttpStatusCode.OK)
            throw new InvalidOperationException($"Jupyter does not offer the kernel '{KernelSpec.DisplayName}' (it answers {known}), perhaps as its configuration allows only some. It was ended again. Look at 'jupyter kernelspec list' and at allowed_kernelspecs in its configuration.");
    }

    /// <summary>Sees whether it ended by itself, as it does where another has its port.</summary>
    private async Task RequireRunningAsync(TimeSpan wait, CancellationToken cancellation)
    {
        if (await Task.WhenAny(_ended, Task.Delay(wait, cancellation)).ConfigureAwait(false) != _ended)
            return;
        await Task.WhenAny(_written, Task.Delay(LastWords, cancellation)).ConfigureAwait(false);
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{_program.Path} ended with code {_process.ExitCode} before it answered. Its last words:\n{_log.Tail}"));
    }

    private async Task<HttpStatusCode?> StatusOfAsync(string place, bool hasToken, CancellationToken cancellation)
    {
        try
        {
            return await SendAsync(HttpMethod.Get, place, hasToken, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string place, bool hasToken, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, place);
        if (hasToken)
            request.Headers.Authorization = new AuthenticationHeaderValue("token", _token);
        using var response = await _client.SendAsync(request, cancellation).ConfigureAwait(false);
        return response.StatusCode;
    }

    // A server that is asked ends its kernels first. After Ctrl-C it may be about to end already.
    private async Task<bool> IsAskedToEndAsync()
    {
        using var time = new CancellationTokenSource(Grace);
        try
        {
            if (!_process.HasExited)
                await SendAsync(HttpMethod.Post, "api/shutdown", hasToken: true, time.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            // It does not listen yet, or not any more.
            if (!OperatingSystem.IsWindows())
                SystemFunctions.Terminate(_process.Id);
        }

        return await Task.WhenAny(_ended, Task.Delay(Grace)).ConfigureAwait(false) == _ended;
    }
}
