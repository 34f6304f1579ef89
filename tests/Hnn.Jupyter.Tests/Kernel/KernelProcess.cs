using System.Diagnostics;
using System.Reflection;
using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Kernel;

/// <summary>A kernel in a process of its own, as Jupyter starts it.</summary>
internal sealed class KernelProcess : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Starts a kernel with a connection file of its own.</summary>
    public KernelProcess()
    {
        ConnectionFile = _folder.PathOf("connection.json");
        KernelClient.WriteConnectionFile(ConnectionFile);
        (Process, Client) = Start();
    }

    public static string Command { get; } = typeof(KernelProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "HnnCommand").Value!;

    public string ConnectionFile { get; }

    public Process Process { get; private set; }

    public KernelClient Client { get; private set; }

    /// <summary>How long the last start took until the kernel answered.</summary>
    public TimeSpan TimeToReady { get; private set; }

    /// <summary>Starts the kernel again, with the same connection file, after it ended.</summary>
    public void StartAgain()
    {
        Client.Dispose();
        Process.Dispose();
        (Process, Client) = Start();
    }

    /// <summary>Starts a program and takes its output away.</summary>
    public static Process StartProgram(string program, IEnumerable<string> arguments, int? jupyterParent, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder ?? "" };
        start.Environment.Remove("JPY_PARENT_PID");
        if (jupyterParent is { } id)
            start.Environment["JPY_PARENT_PID"] = $"{id}";
        return Process.Start(start)!;
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.WaitForExit();
        Process.Dispose();
        _folder.Dispose();
    }

    private (Process Process, KernelClient Client) Start()
    {
        var clock = Stopwatch.StartNew();
        var process = StartProgram("dotnet", [Command, "notebook", "kernel", ConnectionFile], Environment.ProcessId, _folder.PathOf(""));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var client = new KernelClient(ConnectionFile);
        client.WaitUntilReady();
        TimeToReady = clock.Elapsed;
        return (process, client);
    }
}
