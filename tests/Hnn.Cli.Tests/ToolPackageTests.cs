using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Hnn.Jupyter.Notebooks;
using Hnn.Testing;

namespace Hnn.Cli.Tests;

public sealed class ToolPackageTests : IClassFixture<ToolPackage>
{
    private const string Place = "tools/net10.0/any/";

    private static readonly string[] Contents =
    [
        "runtimes/linux-x64/native/libSkiaSharp.so", "runtimes/linux-arm64/native/libSkiaSharp.so", "runtimes/linux-musl-x64/native/libSkiaSharp.so", "runtimes/osx/native/libSkiaSharp.dylib",
        "runtimes/win-x64/native/libSkiaSharp.dll", "runtimes/win-arm64/native/libSkiaSharp.dll", "Hnn.Core.xml", "Hnn.Interactive.xml", "runner/Hnn.Runner.dll", "runner/Hnn.Runner.runtimeconfig.json",
    ];

    private readonly ToolPackage _tool;

    public ToolPackageTests(ToolPackage tool)
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.WhySkipped);
        _tool = tool;
    }

    [Fact]
    public void It_is_smaller_than_80_MB_and_installed_in_seconds()
    {
        Assert.InRange(new FileInfo(_tool.Package).Length, 1_000_000, 80_000_000);
        Assert.InRange(_tool.InstallTime, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void It_brings_the_native_libraries_of_all_systems_the_documentation_and_a_runner_without_machine_code()
    {
        using var package = ZipFile.OpenRead(_tool.Package);
        var files = package.Entries.Select(entry => entry.FullName).ToHashSet();

        Assert.All(Contents, file => Assert.Contains($"{Place}{file}", files));
        Assert.DoesNotContain(files, file => file.EndsWith("libSkiaSharp.pdb", StringComparison.Ordinal));
        Assert.Equal(SizeOf("Hnn.Core.dll"), SizeOf("runner/Hnn.Core.dll"));

        long SizeOf(string file) => package.GetEntry($"{Place}{file}")!.Length;
    }

    [Fact]
    public async Task It_simulates()
    {
        await File.WriteAllTextAsync(_tool.PathOf("net.json"), await _tool.RunAsync("model", "jones2009", "--mesh", "3x3", "--erp-drives"), TestContext.Current.CancellationToken);

        await _tool.RunAsync("simulate", "net.json", "--tstop", "20", "--out", "results", "--figure", "figure.png");

        Assert.NotEmpty(Directory.EnumerateFiles(_tool.PathOf("results")));
        Assert.True(new FileInfo(_tool.PathOf("figure.png")).Length > 1000);
    }

    [Fact]
    public async Task It_runs_a_notebook_and_makes_a_page_with_live_charts()
    {
        const string Code = "Hnn.Plots.Plots.Dipoles((\"one\", new Hnn.Core.Results.Dipole([0, 1, 2], [0, 1, 0])))";
        new Notebook { Cells = [new NotebookCell("c1", CellKind.Code, Code)] }.Save(_tool.PathOf("small.ipynb"));

        await _tool.RunAsync("notebook", "run", "small.ipynb", "-o", "out.ipynb", "--html", "page.html", "--charts", "live");

        Assert.Contains("class=\"hnn-chart\"", await File.ReadAllTextAsync(_tool.PathOf("page.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_installs_itself_as_a_kernel_that_starts()
    {
        await _tool.RunAsync("notebook", "install", "--prefix", "jupyter");

        var words = KernelWords();
        var port = await WriteConnectionFileAsync();
        using var kernel = _tool.Start(words[0], words[1..].Select(word => word.Replace("{connection_file}", _tool.PathOf("connection.json"), StringComparison.Ordinal)));
        try
        {
            Assert.Equal(_tool.Command, words[0]);
            Assert.True(await AnswersAsync(port, kernel), "The kernel does not listen.");
        }
        finally
        {
            kernel.Kill(entireProcessTree: true);
            await kernel.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task It_finds_its_runner()
    {
        Assert.SkipUnless(InstalledMpi.IsAvailable, InstalledMpi.WhySkipped);
        InstalledMpi.AllowRoot();

        var check = JsonElement.Parse(await _tool.RunAsync("mpi", "check", "--json"));

        Assert.True(check.GetProperty("works").GetBoolean());
    }

    private string[] KernelWords()
    {
        var kernel = JsonElement.Parse(File.ReadAllText(_tool.PathOf("jupyter/share/jupyter/kernels/hnn-csharp/kernel.json")));
        return [.. kernel.GetProperty("argv").EnumerateArray().Select(word => word.GetString()!)];
    }

    // Its five ports; the one for signs of life is returned.
    private async Task<int> WriteConnectionFileAsync()
    {
        var ports = FreePort.Find(5);
        var connection = new { transport = "tcp", ip = "127.0.0.1", shell_port = ports[0], iopub_port = ports[1], stdin_port = ports[2], control_port = ports[3], hb_port = ports[4], key = "a", signature_scheme = "hmac-sha256" };
        await File.WriteAllTextAsync(_tool.PathOf("connection.json"), JsonSerializer.Serialize(connection), TestContext.Current.CancellationToken);
        return ports[4];
    }

    private static async Task<bool> AnswersAsync(int port, Process kernel)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(60) && !kernel.HasExited; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return true;
            }
            catch (SocketException)
            {
                // Not yet.
                continue;
            }
        }

        return false;
    }
}
