using System.Text.Json;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Verbs;

public sealed class MpiCheckVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData("Open MPI", "libmpi.so"), InlineData("MPICH", "libmpich.so")]
    public async Task Where_MPI_works_all_is_told_and_measured_and_the_code_is_0(string family, string library)
    {
        var launcher = MpiLauncher.Of(family);

        var run = await CliRun.Of("mpi", "check", "--launcher", launcher, "--json");

        var (check, times) = (run.Json, run.Json.GetProperty("milliseconds"));
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.True(check.GetProperty("works").GetBoolean() && check.GetProperty("hasSameBits").GetBoolean());
        Assert.StartsWith(family, check.GetProperty("family").GetString(), StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+", check.GetProperty("version").GetString());
        Assert.Contains(library, check.GetProperty("library").GetString(), StringComparison.Ordinal);
        Assert.Equal([Environment.MachineName, Environment.MachineName], check.GetProperty("hosts").EnumerateArray().Select(host => host.GetString()));
        Assert.All(["barrier", "allgather", "allgatherv", "roundTrip"], name => Assert.InRange(times.GetProperty(name).GetDouble(), 1e-6, 10_000));
        Assert.True(check.GetProperty("startSeconds").GetDouble() > 0.05 && check.GetProperty("bytesPerSecond").GetDouble() > 1e4);
        Assert.Equal(JsonValueKind.Null, check.GetProperty("slots").ValueKind);
    }

    [Fact]
    public async Task Each_finding_is_a_line_and_more_ranks_than_processors_are_a_note()
    {
        var launcher = MpiLauncher.Of("MPICH");

        var run = await CliRun.Of("mpi", "check", "--launcher", launcher, "--mpi", $"{Environment.ProcessorCount + 1}");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.All(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^(ok|note) +[A-Z0-9]", line));
        Assert.Contains($"note   {Environment.ProcessorCount + 1} ranks share {Environment.ProcessorCount} processor(s) of this host.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Open MPI", "localhost slots=3 # ours\n\n", 3)]
    [InlineData("MPICH", "# hosts\nlocalhost:4\nlocalhost\n", 5)]
    public async Task The_slots_of_a_host_file_are_counted(string family, string hosts, int slots)
    {
        var launcher = MpiLauncher.Of(family);
        await File.WriteAllTextAsync(_folder.PathOf("hosts"), hosts, TestContext.Current.CancellationToken);

        var run = await CliRun.Of("mpi", "check", "--launcher", launcher, "--hostfile", _folder.PathOf("hosts"), "--json");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(slots, run.Json.GetProperty("slots").GetInt32());
    }

    [Fact]
    public async Task Without_any_MPI_it_lists_what_to_install_and_that_threads_do_the_same()
    {
        var run = await InProcessWithAsync(("PATH", _folder.PathOf("")));

        Assert.Equal(ExitCode.Mpi, run.ExitCode);
        Assert.StartsWith("fault  The launcher 'mpiexec' is not found", run.Output, StringComparison.Ordinal);
        Assert.All(["note   Debian", "note   macOS", "note   Windows", "note   Clusters"], line => Assert.Contains(line, run.Output, StringComparison.Ordinal));
        Assert.Contains("Without MPI, everything runs on the threads", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launcher_of_one_MPI_with_the_library_of_another_is_a_fault_that_says_so()
    {
        var launcher = MpiLauncher.Of("MPICH");
        MpiLauncher.Of("Open MPI");

        var run = await InProcessWithAsync(("HNN_MPI_LIBRARY", "libmpi.so.40"), "--launcher", launcher);

        Assert.Equal(ExitCode.Mpi, run.ExitCode);
        Assert.Contains("note   HNN_MPI_LIBRARY names the library 'libmpi.so.40'", run.Output, StringComparison.Ordinal);
        Assert.Contains("fault  Two MPIs are mixed", run.Output, StringComparison.Ordinal);
        Assert.Contains("the launcher is of the MPICH family and the library is Open MPI's", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_root_Open_MPI_starts_nothing_and_the_way_out_is_told()
    {
        var launcher = MpiLauncher.Of("Open MPI");
        Assert.SkipUnless(Environment.UserName == "root", "Needs root, whom Open MPI refuses.");

        var run = await InProcessWithAsync(("OMPI_ALLOW_RUN_AS_ROOT", null), "--launcher", launcher);

        Assert.Equal(ExitCode.Mpi, run.ExitCode);
        Assert.Contains("note   You are root", run.Output, StringComparison.Ordinal);
        Assert.Contains("fault  Open MPI refuses to run as root", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_srun_that_starts_no_ranks_the_command_to_give_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        await File.WriteAllTextAsync(_folder.PathOf("srun"), "#!/bin/sh\n[ \"$1\" = --version ] && exec echo slurm 22.05.8\necho refused >&2\nexit 7\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.PathOf("srun"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = await CliRun.Of("mpi", "check", "--launcher", _folder.PathOf("srun"));

        Assert.Equal(ExitCode.Mpi, run.ExitCode);
        Assert.Contains("Slurm, version 22.05.8", run.Output, StringComparison.Ordinal);
        Assert.Contains("fault  The launcher ended with code 7", run.Output, StringComparison.Ordinal);
        Assert.Contains("       refused", run.Output, StringComparison.Ordinal);
        Assert.Contains("srun --mpi=pmix -K1 -n {n} {program}", run.Output, StringComparison.Ordinal);
    }

    private static Task<CliRun> InProcessWithAsync((string Name, string? Value) variable, params string[] words) =>
        CliRun.InProcessAsync([KeyValuePair.Create(variable.Name, variable.Value)], ["mpi", "check", .. words]);
}
