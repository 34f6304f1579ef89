using System.Globalization;
using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Verbs;

public sealed class MpiWordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MpiWordsTests()
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (2, 2) });
        net.AddDefaultErpDrives();
        NetworkFile.Save(net, PathOf("net.json"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Open MPI", "trials", "MPI will run 2 trial(s) by distributing them over 2 processes.")]
    [InlineData("MPICH", "cells", "MPI will run 2 trial(s) sequentially by distributing network neurons over 2 processes.")]
    public async Task Ranks_simulate_what_threads_do_and_standard_error_tells_what_they_share(string family, string mode, string milestone)
    {
        var launcher = MpiLauncher.Of(family);

        await CliRun.Of("simulate", PathOf("net.json"), "--tstop", "40", "--trials", "2", "--out", PathOf("threads"));
        var run = await CliRun.Of("simulate", PathOf("net.json"), "--tstop", "40", "--trials", "2", "--out", PathOf("ranks"), "--mpi", "2", "--launcher", launcher, "--mpi-mode", mode);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(milestone, run.Error, StringComparison.Ordinal);
        Assert.All(["dipole_0.txt", "dipole_1.txt", "spk_1.txt"], file => Assert.Equal(Read($"threads/{file}"), Read($"ranks/{file}")));
    }

    [Theory, InlineData("Open MPI"), InlineData("MPICH")]
    public async Task A_fit_on_ranks_has_the_losses_of_a_fit_on_threads(string family)
    {
        var launcher = MpiLauncher.Of(family);
        await File.WriteAllTextAsync(PathOf("measured.txt"), string.Concat(Enumerable.Range(0, 31).Select(time => string.Create(CultureInfo.InvariantCulture, $"{time} {time}\n"))), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(PathOf("setup.json"), """
            { "network": { "model": "jones2009", "mesh": [1, 1], "erpDrives": true }, "target": "measured.txt", "scaleFactor": 3000, "freshTrials": 2,
              "solver": "nelder-mead", "evaluations": 8, "seed": 1, "parameters": { "time": { "low": 5, "high": 15, "sets": "evprox1.mu" } } }
            """, TestContext.Current.CancellationToken);

        await CliRun.Of("fit", PathOf("setup.json"), "--out", PathOf("threads"));
        var run = await CliRun.Of("fit", PathOf("setup.json"), "--out", PathOf("ranks"), "--mpi", "2", "--launcher", $"{launcher} -n {{n}} {{program}}");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("over 2 processes", run.Error, StringComparison.Ordinal);
        Assert.Equal(Read("threads/best-parameters.json"), Read("ranks/best-parameters.json"));
    }

    [Fact]
    public async Task The_tutorial_has_on_ranks_the_error_that_it_has_on_threads()
    {
        var launcher = MpiLauncher.Of("MPICH");
        string[] words = ["tutorial", "--mesh", "2x2", "--evaluations", "0", "--out", PathOf("out"), "--json"];

        var (onThreads, onRanks) = (await CliRun.Of(words), await CliRun.Of([.. words, "--mpi", "2", "--launcher", launcher]));

        Assert.Contains("over 2 processes", onRanks.Error, StringComparison.Ordinal);
        Assert.Equal(onThreads.Json.GetProperty("rmse").GetDouble(), onRanks.Json.GetProperty("rmse").GetDouble());
    }

    [Fact]
    public async Task A_notebooks_simulations_go_to_the_ranks()
    {
        var launcher = MpiLauncher.Of("MPICH");
        using var notebook = new SmallNotebook($"using Hnn.Core.Files; using Hnn.Core.Simulation;\nConsole.WriteLine(NetworkFile.Load(@\"{PathOf("net.json")}\").Simulate(stopTime: 5, trials: 2).Dipoles.Length);");

        var (run, _) = await notebook.RunAsync("--mpi", "2", "--launcher", launcher);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("MPI will run 2 trial(s)", run.Error, StringComparison.Ordinal);
    }

    [Theory, InlineData("--launcher", "mpirun"), InlineData("--hostfile", "hosts"), InlineData("--mpi-mode", "cells")]
    public async Task Words_about_ranks_are_refused_where_no_ranks_are_asked_for(string option, string value)
    {
        var run = await CliRun.Of("simulate", PathOf("net.json"), option, value);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains($"{option} says how MPI ranks are started and used, but none are asked for. Add --mpi N", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_rank_is_this_process_and_needs_no_MPI()
    {
        var run = await CliRun.Of("simulate", PathOf("net.json"), "--tstop", "5", "--out", PathOf("out"), "--mpi", "1", "--launcher", "no-such-launcher");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("threads of this process", run.Error, StringComparison.Ordinal);
    }

    [Theory, InlineData("simulate", "net.json"), InlineData("verify", "")]
    public async Task Ranks_that_cannot_be_started_end_a_verb_with_code_3_in_the_words_of_the_command(string verb, string operand)
    {
        var run = await CliRun.Of(verb, PathOf(operand), "--mpi", "2", "--launcher", "no-such-launcher", "--json");

        Assert.Equal(ExitCode.Mpi, run.ExitCode);
        Assert.StartsWith("The launcher 'no-such-launcher' is not found", run.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("Or let --launcher name another.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranks_that_are_lost_twice_end_a_verb_with_code_3_and_the_fault()
    {
        var launcher = MpiLauncher.Of("MPICH");

        var run = await CliRun.Of(
            "simulate", PathOf("net.json"), "--tstop", "20000", "--trials", "4", "--out", PathOf("out"), "--mpi", "2", "--launcher", $"timeout 4 {launcher} -n {{n}} {{program}}");

        Assert.Equal(ExitCode.Mpi, run.ExitCode);
        Assert.Matches("Error: (An MPI job ended before its work was done|The launcher ended with code)", run.Error);
    }

    [Fact]
    public async Task A_host_file_that_is_missing_is_an_error_that_names_the_option()
    {
        var run = await CliRun.Of("simulate", PathOf("net.json"), "--mpi", "2", "--hostfile", PathOf("hosts"));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("Let --hostfile name an existing file", run.Error, StringComparison.Ordinal);
    }

    private string PathOf(string name) => _folder.PathOf(name);

    private string Read(string name) => File.ReadAllText(PathOf(name));
}
