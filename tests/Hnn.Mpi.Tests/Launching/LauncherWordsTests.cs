using System.Diagnostics;
using System.Globalization;
using Hnn.Mpi.Launching;

namespace Hnn.Mpi.Tests.Launching;

/// <summary>The samples of Open MPI 4.1.4 and MPICH 4.0.2 were made by ending rank 1 of 3 that way; those of Slurm, Intel MPI and MPICH 4.1 follow their sources.</summary>
public class LauncherWordsTests
{
    public static TheoryData<string> Families => [.. Launcher.Families];

    [Theory]
    [InlineData("openmpi-signal", 1, "node7", "signal 9")]
    [InlineData("openmpi-exit", 1, null, "exit code 3")]
    [InlineData("openmpi-improper", 1, "node7", "exit without end of MPI")]
    [InlineData("openmpi-abort", 1, null, "exit code 13")]
    [InlineData("mpich-signal", null, "node7", "signal 9")]
    [InlineData("mpich-abort", 1, null, "exit code 13")]
    [InlineData("mpich41-signal", 1, "node7", "signal 9")]
    [InlineData("mpich41-exit", 1, "node7", "exit code 3")]
    [InlineData("srun-signal", 1, "node7", "Killed")]
    [InlineData("srun-exit", 4, "node7", "exit code 3")]
    [InlineData("own-throws", 1, "node7", "an error that nothing catches")]
    [InlineData("own-exits", 1, "node7", "exit without end of MPI")]
    [InlineData("none", null, null, null)]
    public void Rank_host_and_end_are_found_in_what_a_launcher_says(string sample, int? rank, string? host, string? end)
    {
        var words = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Launching", "Words", $"{sample}.txt"));

        Assert.Equal(end is null ? null : new LostRank(rank, host, end), LauncherWords.Lost(words));
    }

    [Theory, MemberData(nameof(Families))]
    public void A_killed_rank_is_found_in_the_words_of_a_real_launcher(string family)
    {
        using var process = Launcher.Of(family).Start(ranks: 2, "deaf");
        var rank1 = Launcher.Await(process, 2, "is process").Single(line => line.StartsWith("rank 1", StringComparison.Ordinal));

        using (var victim = Process.GetProcessById(int.Parse(rank1.Split(' ')[^1], CultureInfo.InvariantCulture)))
            victim.Kill();
        var (output, error, code) = Launcher.Finish(process);

        var lost = LauncherWords.Lost(output + error);
        Assert.Equal(family == "Open MPI" ? 1 : null, lost?.Rank);
        Assert.Equal((Environment.MachineName, "signal 9"), (lost?.Host, lost?.End));
        Assert.NotEqual(0, code);
    }

    [Theory]
    [InlineData("Open MPI", "exit", "exit code 3")]
    [InlineData("Open MPI", "failfast", "signal 6")]
    [InlineData("Open MPI", "overflow", "signal 6")]
    [InlineData("MPICH", "failfast", "signal 6")]
    [InlineData("MPICH", "overflow", "signal 6")]
    public void A_rank_that_ends_of_itself_is_found_too(string family, string deed, string end)
    {
        // MPICH 4.0 ends the other ranks, and at times names the signal that it sent them.
        string[] named = family == "MPICH" ? [end, "signal 9", "signal 15"] : [end];

        var (output, error, code) = Launcher.Of(family).Run(ranks: 2, deed);

        Assert.Contains(LauncherWords.Lost(output + error)?.End, named);
        Assert.NotEqual(0, code);
    }
}
