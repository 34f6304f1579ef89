using System.Diagnostics;
using System.Globalization;
using Hnn.Jupyter.Wire;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Kernel;

[Collection(SharedKernel.Name)]
public sealed class KernelLifeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_kernel_is_soon_ready_warms_up_and_starts_again()
    {
        using var kernel = new KernelProcess();
        Thread.Sleep(3_000);
        var clock = Stopwatch.StartNew();
        Assert.Equal("42", kernel.Client.Run("6 * 7").Shown);
        var firstCell = clock.Elapsed;

        kernel.Client.SendCell("var old = 1; while (true) { }");
        kernel.Client.Send(Channel.Control, "shutdown_request", new { restart = true });
        Assert.Equal("True", kernel.Client.Receive(Channel.Control)["restart"]);
        Assert.True(kernel.Process.WaitForExit(Patience));
        Assert.Equal(0, kernel.Process.ExitCode);
        kernel.StartAgain();

        TestContext.Current.TestOutputHelper?.WriteLine($"ready {kernel.TimeToReady.TotalSeconds:F2} s, first cell after 3 s {firstCell.TotalSeconds:F2} s");
        Assert.Equal("CompilationError", kernel.Client.Run("old").Reply["ename"]);
        Assert.InRange(kernel.TimeToReady.TotalSeconds, 0, 30);
    }

    [Fact]
    public void A_kernel_ends_with_the_process_that_Jupyter_names()
    {
        using var folder = new TemporaryFolder();
        using var named = KernelProcess.StartProgram("sleep", ["100"], jupyterParent: null);
        using var kernel = StartKernel(folder, "dotnet", [KernelProcess.Command, "notebook", "kernel", folder.PathOf("connection.json")], named.Id);

        named.Kill();
        named.WaitForExit();

        Assert.True(kernel.WaitForExit(Patience));
    }

    [Fact]
    public void Without_a_name_it_ends_with_the_process_that_started_it()
    {
        using var folder = new TemporaryFolder();
        using var shell = StartKernel(folder, "sh", ["-c", "dotnet \"$0\" notebook kernel \"$1\" >/dev/null 2>&1 & echo $!; wait", KernelProcess.Command, folder.PathOf("connection.json")], jupyterParent: null);
        using var kernel = Process.GetProcessById(int.Parse(shell.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));

        shell.Kill();

        Assert.True(kernel.WaitForExit(Patience));
    }

    [Theory]
    [InlineData("0.0.0.0", "a key", "where other machines could run code here")]
    [InlineData("127.0.0.1", "", "has no key")]
    public void What_would_let_others_in_is_refused(string ip, string key, string message)
    {
        using var folder = new TemporaryFolder();
        KernelClient.WriteConnectionFile(folder.PathOf("connection.json"), key, ip);

        using var kernel = KernelProcess.StartProgram("dotnet", [KernelProcess.Command, "notebook", "kernel", folder.PathOf("connection.json")], Environment.ProcessId);
        kernel.WaitForExit();

        Assert.Equal(1, kernel.ExitCode);
        Assert.Contains(message, kernel.StandardError.ReadToEnd(), StringComparison.Ordinal);
    }

    private static Process StartKernel(TemporaryFolder folder, string program, string[] arguments, int? jupyterParent)
    {
        var file = folder.PathOf("connection.json");
        KernelClient.WriteConnectionFile(file);
        var process = KernelProcess.StartProgram(program, arguments, jupyterParent);
        using var client = new KernelClient(file);
        client.WaitUntilReady();
        return process;
    }
}
