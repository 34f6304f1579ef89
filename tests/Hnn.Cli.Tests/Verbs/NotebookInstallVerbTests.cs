using System.Text.Json;
using Hnn.Plots.Plotly;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Verbs;

public sealed class NotebookInstallVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Kernel => _folder.PathOf("share/jupyter/kernels/hnn-csharp");

    [Fact]
    public async Task Jupyter_is_told_how_to_start_and_to_interrupt_the_kernel()
    {
        var run = await CliRun.Of("notebook", "install", "--prefix", _folder.PathOf(""), "--json");

        var kernel = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Kernel, "kernel.json"), TestContext.Current.CancellationToken));
        var words = kernel.GetProperty("argv").EnumerateArray().Select(word => word.GetString()!).ToArray();
        Assert.True(File.Exists(words[0]) && Path.IsPathFullyQualified(words[0]));
        Assert.Equal(["notebook", "kernel", "{connection_file}"], words[^3..]);
        Assert.Equal(("C# (Hnn)", "C#", "message"), (Text("display_name"), Text("language"), Text("interrupt_mode")));
        Assert.Equal("hnn-csharp", run.Json.GetProperty("kernel").GetString());

        string? Text(string field) => kernel.GetProperty(field).GetString();
    }

    [Fact]
    public async Task Plotly_lies_beside_it()
    {
        await CliRun.Of("notebook", "install", "--prefix", _folder.PathOf(""));

        Assert.Equal(PlotlyFragment.Script, await File.ReadAllTextAsync(Path.Combine(Kernel, "plotly.min.js"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_it_wrote_it_writes_again()
    {
        await CliRun.Of("notebook", "install", "--prefix", _folder.PathOf(""));

        var again = await CliRun.Of("notebook", "install", "--prefix", _folder.PathOf(""));

        Assert.Equal(ExitCode.Success, again.ExitCode);
        Assert.Contains($"Wrote {Path.Combine(Kernel, "kernel.json")}", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_wrote_stays()
    {
        Directory.CreateDirectory(Kernel);
        await File.WriteAllTextAsync(Path.Combine(Kernel, "kernel.json"), "{\"argv\": [\"other\"]}", TestContext.Current.CancellationToken);

        var run = await CliRun.Of("notebook", "install", "--prefix", _folder.PathOf(""));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("did not write", run.Error, StringComparison.Ordinal);
        Assert.Equal("{\"argv\": [\"other\"]}", await File.ReadAllTextAsync(Path.Combine(Kernel, "kernel.json"), TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();
}
