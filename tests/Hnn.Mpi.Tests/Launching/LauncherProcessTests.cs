using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Launching;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Launching;

public sealed class LauncherProcessTests : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Families => [.. Launcher.Families];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Bytes_go_in_and_out_unchanged_and_lines_of_error_are_kept()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        using var process = Start("echo trouble >&2\ncat\nexit 3");

        process.Input.Write(all);
        process.Input.Close();
        var output = new MemoryStream();
        process.Output.CopyTo(output);

        Assert.Equal(3, await EndOf(process));
        Assert.Equal(all, output.ToArray());
        Assert.Equal("trouble\n", process.ErrorTail);
    }

    [Fact]
    public async Task A_launcher_whose_input_ends_may_end_by_itself()
    {
        using var process = Start("cat >/dev/null\nexit 7");

        process.End(Short);

        Assert.Equal(7, await EndOf(process));
    }

    [Fact]
    public async Task A_launcher_that_does_not_end_by_itself_is_asked_to()
    {
        using var process = Start("trap 'exit 5' TERM\necho ready >&2\nwhile true; do sleep 0.1; done");
        Launcher.Await(process, 1, "ready");

        process.End(Limit);

        Assert.Equal(5, await EndOf(process));
    }

    [Fact]
    public async Task One_that_refuses_is_killed_with_its_children()
    {
        using var process = Start("trap '' TERM\nsleep 600 &\necho child $! >&2\nwhile true; do sleep 0.1; done");
        var child = Number(Launcher.Await(process, 1, "child")[0]);

        process.End(Short);

        Assert.Equal(128 + 9, await EndOf(process));
        Assert.True(SpinWait.SpinUntil(() => IsGone(child), Limit));
    }

    [Fact]
    public async Task One_that_was_stopped_is_ended_too()
    {
        using var process = Start("kill -STOP $$");

        process.End(Short);

        Assert.Equal(128 + 15, await EndOf(process));
    }

    [Fact]
    public async Task The_end_of_one_that_is_long_gone_does_nothing()
    {
        var process = Start("exit 0");
        await EndOf(process);

        process.End(Short);
        process.End(Short);
        process.Dispose();

        Assert.Equal(0, await EndOf(process));
    }

    [Fact]
    public async Task Launchers_started_later_do_not_hold_the_input_of_earlier_ones_open()
    {
        using var first = Start("cat >/dev/null");
        using var second = Start("cat >/dev/null");

        first.Input.Close();

        Assert.Equal(0, await EndOf(first));
        Assert.False(second.Ended.IsCompleted);
    }

    [Fact]
    public void A_launcher_that_is_not_a_program_is_an_error()
    {
        File.WriteAllText(_folder.PathOf("text"), "not a program");

        var fault = Assert.Throws<MpiException>(() => LauncherProcess.Start(Command(_folder.PathOf("text"))));

        Assert.Contains("cannot be started", fault.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Families))]
    public void Ranks_that_hear_nothing_are_ended_with_their_launcher(string family)
    {
        using var process = Launcher.Of(family).Start(ranks: 2, "deaf");
        var ranks = Launcher.Await(process, 2, "is process").Select(Number).ToArray();

        process.End(LauncherProcess.Grace);

        Assert.True(SpinWait.SpinUntil(() => ranks.All(IsGone), Limit));
        Assert.Empty(FilesOf(process));
    }

    [Fact]
    public void A_killed_launchers_files_are_removed_and_another_jobs_are_not()
    {
        var launcher = Launcher.Of("Open MPI");
        using var killed = launcher.Start(ranks: 2, "deaf");
        using var other = launcher.Start(ranks: 2, "echo");
        Launcher.Await(killed, 2, "is process");
        Launcher.Await(other, 2, "is process");
        var (leftovers, kept) = (FilesOf(killed), FilesOf(other));

        using (var victim = Process.GetProcessById(killed.Id))
            victim.Kill();
        killed.End(LauncherProcess.Grace);

        Assert.Equal(3, leftovers.Length);
        Assert.DoesNotContain(leftovers, Path.Exists);
        Assert.All(kept, file => Assert.True(Path.Exists(file), file));
        other.Input.Write(Encoding.UTF8.GetBytes("still here"));
        Assert.Equal(("still here\n", 0), (Launcher.Finish(other) is var (output, _, code)) ? (output, code) : default);
    }

    private static Task<int> EndOf(LauncherProcess process) => process.Ended.WaitAsync(Limit, TestContext.Current.CancellationToken);

    // The folder of the job and a segment of shared memory for each rank, as Open MPI names them.
    private static string[] FilesOf(LauncherProcess process)
    {
        var jobs = Directory.GetDirectories(Path.GetTempPath(), "ompi.*").Select(user => Path.Combine(user, string.Create(CultureInfo.InvariantCulture, $"pid.{process.Id}"))).Where(Directory.Exists).ToArray();
        return [.. jobs, .. jobs.SelectMany(job => Directory.GetFiles("/dev/shm", $"vader_segment.*.{Family(job):x}*"))];
    }

    private static uint Family(string job) => uint.Parse(File.ReadAllText(Path.Combine(job, "contact.txt")).Split('.')[0], CultureInfo.InvariantCulture) >> 16;

    private LauncherProcess Start(string lines) => LauncherProcess.Start(Command(Script.Write(_folder, "launcher" + Guid.NewGuid().ToString("N"), lines)));

    private static LaunchCommand Command(string program) => LaunchCommand.For(MpiOptions.Default with { Launcher = program }, LauncherFamily.Unknown, "ranks");

    private static int Number(string line) => int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture);

    private static bool IsGone(int process) => !Directory.Exists($"/proc/{process}") || File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
}
