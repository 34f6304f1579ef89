using System.Diagnostics;
using Hnn.Mpi.Pool;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Pool;

public sealed class StartWatchTests : IDisposable
{
    // Looks of half a second; a process counts at the first that is later than 3 s.
    private const int Looks = 7;

    private readonly TemporaryFolder _folder = new();
    private readonly Process _launcher;
    private readonly int _rank;

    // A launcher that starts a shell, which starts a rank.
    public StartWatchTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs Linux, whose /proc tells which processes are stopped.");
        var file = _folder.PathOf("rank");
        _launcher = Process.Start("sh", ["-c", "(sleep 300 & echo $! > \"$0.part\"; mv \"$0.part\" \"$0\"; wait); wait", file]);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(file), TimeSpan.FromSeconds(30)));
        _rank = int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _launcher.Kill(entireProcessTree: true);
        _launcher.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_process_below_the_launcher_that_is_stopped_is_named_after_three_seconds()
    {
        var watch = new StartWatch(_launcher.Id);
        Send("STOP", _rank);

        Assert.All(Enumerable.Range(1, Looks - 1), _ => Assert.Null(watch.Look()));
        Assert.Equal(_rank, watch.Look());
    }

    [Fact]
    public void So_is_the_launcher()
    {
        var watch = new StartWatch(_launcher.Id);
        Send("STOP", _launcher.Id);

        Assert.All(Enumerable.Range(1, Looks - 1), _ => Assert.Null(watch.Look()));
        Assert.Equal(_launcher.Id, watch.Look());
    }

    [Fact]
    public void One_that_goes_on_again_has_its_time_again()
    {
        var watch = new StartWatch(_launcher.Id);
        Send("STOP", _rank);
        Assert.All(Enumerable.Range(1, Looks - 1), _ => Assert.Null(watch.Look()));

        Send("CONT", _rank);
        Assert.Null(watch.Look());
        Send("STOP", _rank);

        Assert.Null(watch.Look());
    }

    [Fact]
    public void Processes_that_work_or_wait_are_not_named()
    {
        var watch = new StartWatch(_launcher.Id);

        Assert.All(Enumerable.Range(1, 2 * Looks), _ => Assert.Null(watch.Look()));
    }

    // The state of a process changes a moment after the signal.
    private static void Send(string signal, int process)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {process}"]);
        kill.WaitForExit();
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{process}/stat").Contains(") T", StringComparison.Ordinal) == (signal == "STOP"), TimeSpan.FromSeconds(30)));
    }
}
