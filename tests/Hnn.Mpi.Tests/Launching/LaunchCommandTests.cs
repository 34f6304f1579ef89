using Hnn.Mpi.Binding;
using Hnn.Mpi.Launching;
using Hnn.Testing;

namespace Hnn.Mpi.Tests.Launching;

public class LaunchCommandTests
{
    private static readonly MpiOptions Four = MpiOptions.Default with { Processes = 4, ExtraArguments = ["--mine", "a b"] };

    // Open MPI's options for variables are tested on their own.
    [Theory]
    [InlineData("OpenMpi", false, "--oversubscribe --bind-to none --mine a b -n 4 ranks")]
    [InlineData("OpenMpi", true, "--hostfile hosts --bind-to none --mine a b -n 4 ranks")]
    [InlineData("Hydra", false, "--mine a b -n 4 ranks")]
    [InlineData("Hydra", true, "-f hosts --mine a b -n 4 ranks")]
    [InlineData("MsMpi", false, "--mine a b -n 4 ranks")]
    [InlineData("MsMpi", true, "-machinefile hosts --mine a b -n 4 ranks")]
    [InlineData("Slurm", false, "-K1 --mine a b -n 4 ranks")]
    [InlineData("Unknown", false, "--mine a b -n 4 ranks")]
    public void Each_family_gets_only_options_that_it_knows(string family, bool withHosts, string expected)
    {
        var command = LaunchCommand.For(Four with { HostFile = withHosts ? "hosts" : null }, Enum.Parse<LauncherFamily>(family), "ranks");

        Assert.Equal("mpiexec", command.Program);
        Assert.Equal(expected, string.Join(' ', WithoutVariables(command)));
    }

    [Fact]
    public void Open_MPI_is_told_which_variables_to_take_to_other_hosts()
    {
        var options = Four with { Environment = Four.Environment.Add("MINE", "1").Add("OMPI_MCA_btl", "tcp") };

        var command = LaunchCommand.For(options, LauncherFamily.OpenMpi, "ranks");

        var taken = command.Arguments.Zip(command.Arguments.Skip(1)).Where(pair => pair.First == "-x").Select(pair => pair.Second);
        Assert.Equal(["DOTNET_CLI_TELEMETRY_OPTOUT", "MINE", "TERM", "UCX_ERROR_SIGNALS", "UCX_WARN_UNUSED_ENV_VARS"], taken);
    }

    [Fact]
    public void Variables_keep_signals_and_terminals_from_ranks_and_a_users_own_win()
    {
        var command = LaunchCommand.For(Four with { Environment = Four.Environment.Add("TERM", "xterm") }, LauncherFamily.Hydra, "ranks");

        Assert.Equal("", command.Environment["UCX_ERROR_SIGNALS"]);
        Assert.Equal("n", command.Environment["UCX_WARN_UNUSED_ENV_VARS"]);
        Assert.Equal("", command.Environment["OMPI_MCA_opal_signal"]);
        Assert.Equal("xterm", command.Environment["TERM"]);
    }

    [Fact]
    public void Slurm_reserves_the_processors_of_a_ranks_threads()
    {
        var command = LaunchCommand.For(MpiOptions.Default with { Processes = 2, ThreadsPerRank = 8 }, LauncherFamily.Slurm, "ranks");

        Assert.Equal(["-K1", "--cpus-per-task=8", "-n", "2", "ranks"], command.Arguments);
    }

    [Theory]
    [InlineData("Slurm", "--nodelist")]
    [InlineData("Unknown", nameof(MpiOptions.ExtraArguments))]
    public void A_host_file_that_a_launcher_would_not_read_is_an_error_with_a_way_out(string family, string way)
    {
        var fault = Assert.Throws<MpiException>(() => LaunchCommand.For(Four with { HostFile = "hosts" }, Enum.Parse<LauncherFamily>(family), "ranks"));

        Assert.Contains(way, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_whole_command_the_first_word_is_the_launcher()
    {
        using var folder = new TemporaryFolder();
        var srun = Script.Write(folder, "srun", "echo slurm 22.05.8");

        var command = LaunchCommand.For(Four with { Launcher = $"{srun} --mpi=pmi2 -n {{n}}" }, "dotnet", "runner");

        Assert.Equal(LauncherFamily.Slurm, command.Family);
        Assert.Equal(srun, command.Program);
        Assert.Equal(["--mpi=pmi2", "-n", "4", "--mine", "a b", "dotnet", "runner"], command.Arguments);
    }

    private static IEnumerable<string> WithoutVariables(LaunchCommand command) =>
        command.Arguments.Where((word, index) => word != "-x" && (index == 0 || command.Arguments[index - 1] != "-x"));
}
