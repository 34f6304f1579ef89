namespace Hnn.Cli.Tests.Verbs;

public sealed class NotebookDoctorVerbTests : IDisposable
{
    private readonly FakePrograms _programs = new();

    private string Kernel => Path.Combine(_programs.Data, "kernels", "hnn-csharp", "kernel.json");

    public void Dispose() => _programs.Dispose();

    [Fact]
    public async Task On_a_bare_machine_all_that_is_missing_is_told_with_ways_to_get_it_and_nothing_is_changed()
    {
        var run = await DoctorAsync();

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Matches(@"(?m)^ok     \.NET: \.NET \d+\.", run.Output);
        Assert.Contains("fault  kernel: 'C# (Hnn)' is not installed", run.Output, StringComparison.Ordinal);
        Assert.All(["Jupyter", "nbconvert", "browser", "MPI"], subject => Assert.Matches($@"(?m)^note   {subject}: .*found(.*\n)+? {{9}}Debian", run.Output));
        Assert.Contains("ok     pictures: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("note   measured dipoles: Not here: S1_SupraT.txt", run.Output, StringComparison.Ordinal);
        Assert.Empty(_programs.Files);
    }

    [Fact]
    public async Task With_the_kernel_installed_the_code_is_0_and_versions_are_told()
    {
        _programs.Add("jupyter-lab", "echo 4.9.9");
        _programs.Add("mpiexec", "echo 'mpiexec (OpenRTE) 4.1.99'");
        await CliRun.InProcessAsync(_programs.Environment, "notebook", "install");

        var run = await DoctorAsync("--json");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.True(run.Json.GetProperty("works").GetBoolean());
        var findings = run.Json.GetProperty("findings").EnumerateArray().ToDictionary(finding => finding.GetProperty("subject").GetString()!, finding => (finding.GetProperty("kind").GetString(), finding.GetProperty("text").GetString()!));
        Assert.Equal("Ok", findings["kernel"].Item1);
        Assert.Equal(("Ok", $"JupyterLab 4.9.9, {_programs.PathOf("bin/jupyter-lab")}."), findings["Jupyter"]);
        Assert.StartsWith($"{_programs.PathOf("bin/mpiexec")}, Open MPI 4.1.99.", findings["MPI"].Item2, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hnn.dll", "gone.dll", ExitCode.Failure, "fault  kernel: 'C# (Hnn)' cannot start: '")]
    [InlineData("\"0.1.0\"", "\"0.0.9\"", ExitCode.Success, "note   kernel: 'C# (Hnn)' is of version 0.0.9, and this is 0.1.0.")]
    [InlineData("hnn_version", "other_version", ExitCode.Failure, "fault  kernel: ")]
    public async Task A_kernel_that_is_broken_old_or_anothers_is_told(string before, string after, int code, string words)
    {
        await CliRun.InProcessAsync(_programs.Environment, "notebook", "install");
        await File.WriteAllTextAsync(Kernel, (await File.ReadAllTextAsync(Kernel, TestContext.Current.CancellationToken)).Replace(before, after, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await DoctorAsync();

        Assert.Equal(code, run.ExitCode);
        Assert.Contains(words, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_measured_dipoles_that_is_not_there_is_told()
    {
        var run = await CliRun.InProcessAsync(new Dictionary<string, string?>(_programs.Environment) { ["HNN_DATA"] = _programs.PathOf("none") }, "notebook", "doctor");

        Assert.Contains("note   measured dipoles: HNN_DATA names the folder", run.Output, StringComparison.Ordinal);
    }

    private Task<CliRun> DoctorAsync(params string[] words) => CliRun.InProcessAsync(_programs.Environment, ["notebook", "doctor", .. words]);
}
