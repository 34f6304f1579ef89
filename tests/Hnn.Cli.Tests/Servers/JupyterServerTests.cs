using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Servers;

/// <summary>The real Jupyter, with folders of its own.</summary>
public sealed class JupyterServerTests : IDisposable
{
    // In ms; a machine may be busy.
    private const int Limit = 180_000;

    private const string Jupyter = "/usr/bin/jupyter-notebook";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new HttpClientHandler { UseProxy = false, UseCookies = false });

    public JupyterServerTests()
    {
        Assert.SkipUnless(File.Exists(Jupyter), $"There is no {Jupyter}: install the package jupyter-notebook, or run test.sh --all, which does.");
        Directory.CreateDirectory(_folder.PathOf("config"));
        Directory.CreateDirectory(_folder.PathOf("lessons"));
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact(Timeout = Limit)]
    public async Task It_offers_the_kernel_to_who_has_the_token_and_ends_with_its_kernels()
    {
        using var command = CliRun.Start(Environment, "notebook", "open", _folder.PathOf("lessons"), "--no-browser", "--port", $"{FreePort.Find()}");
        try
        {
            var address = new Uri(await AddressAsync(command));
            var errors = command.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var token = address.Query["?token=".Length..];

            var stranger = await SendAsync(HttpMethod.Get, address, "/api/kernelspecs", token: null);
            var known = await SendAsync(HttpMethod.Get, address, "/api/kernelspecs", token);
            var started = await SendAsync(HttpMethod.Post, address, "/api/kernels", token);
            await UntilAsync(() => Processes("notebook kernel").Length == 1, "A kernel was asked for, and none is there.");
            await TerminateAsync(command);

            Assert.Equal(("127.0.0.1", HttpStatusCode.Forbidden, HttpStatusCode.Created), (address.Host, stranger.Status, started.Status));
            Assert.Contains("\"default\": \"hnn-csharp\"", known.Text, StringComparison.Ordinal);
            Assert.Contains("\"name\": \"hnn-csharp\"", started.Text, StringComparison.Ordinal);
            Assert.Contains("Jupyter and its kernels are ended.", await errors, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Success, command.ExitCode);
            await UntilAsync(() => Processes("").Length == 0, "Something is left running.");
        }
        finally
        {
            CliRun.End(command);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task A_configuration_without_a_token_is_refused_and_nothing_is_left_running()
    {
        await File.WriteAllTextAsync(_folder.PathOf("config/jupyter_notebook_config.py"), "c.NotebookApp.token = ''\n", TestContext.Current.CancellationToken);

        var run = await CliRun.InProcessAsync(Environment, "notebook", "open", _folder.PathOf("lessons"), "--no-browser", "--port", $"{FreePort.Find()}");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("Jupyter lets anyone in", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        await UntilAsync(() => Processes("").Length == 0, "Something is left running.");
    }

    private Dictionary<string, string?> Environment => new()
    {
        ["JUPYTER_DATA_DIR"] = _folder.PathOf("data"),
        ["JUPYTER_CONFIG_DIR"] = _folder.PathOf("config"),
        ["JUPYTER_RUNTIME_DIR"] = _folder.PathOf("runtime"),
        ["JUPYTER_PATH"] = null,
        ["JUPYTER_TOKEN"] = null,
        ["JPY_PARENT_PID"] = null,
    };

    // Processes with this test's folder among their words.
    private string[] Processes(string words) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Words).Where(all => all.Contains(_folder.PathOf(""), StringComparison.Ordinal) && all.Contains(words, StringComparison.Ordinal))];

    private static string Words(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It has just ended, or is no process.
            return "";
        }
    }

    private static async Task<string> AddressAsync(Process command)
    {
        while (await command.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("token=", StringComparison.Ordinal))
                return line.Trim();
        }

        throw new InvalidOperationException($"The command ended without an address: {await command.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    private static async Task TerminateAsync(Process command)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{command.Id}"]);
        await command.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpMethod method, Uri address, string place, string? token)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, place));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("token", token);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task UntilAsync(Func<bool> isSo, string otherwise)
    {
        for (var wait = Stopwatch.StartNew(); !isSo(); await Task.Delay(100, TestContext.Current.CancellationToken))
            Assert.True(wait.Elapsed < TimeSpan.FromSeconds(30), otherwise);
    }
}
