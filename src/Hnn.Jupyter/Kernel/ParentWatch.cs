using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Hnn.Jupyter.Kernel;

/// <summary>Notices the end of the process that started the kernel: Jupyter may be killed, and a kernel must not outlive it.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>Watches from now on. The parent is the process that JPY_PARENT_PID names, or else the real one. Windows gives a handle in its place, which is not watched.</summary>
    /// <param name="ended">Called once, from a thread of its own.</param>
    public static void Start(Action ended)
    {
        if (OperatingSystem.IsWindows())
            return;
        var parent = ParentId();
        var named = int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id != parent ? id : (int?)null;
        var watch = new Thread(() =>
        {
            while (ParentId() == parent && (named is null || IsAlive(named.Value)))
                Thread.Sleep(Pause);
            ended();
        });
        watch.IsBackground = true;
        watch.Name = "Parent";
        watch.Start();
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A process whose parent has ended gets another one.
    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentId();
}
