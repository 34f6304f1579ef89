using Hnn.Testing;

namespace Hnn.Cli.Tests.Verbs;

public sealed class VerifyVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hnn-verify-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_recorded_case_agrees_and_has_a_hash_of_its_output()
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);

        var run = await CliRun.Of("verify", "--case", "small_evoked_a", "--json");

        var result = run.Json.GetProperty("cases").EnumerateArray().Single();
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(result.GetProperty("spikesRecorded").GetInt32(), result.GetProperty("spikesEqual").GetInt32());
        Assert.Equal(64, result.GetProperty("outputHash").GetString()!.Length);
    }

    [Theory, InlineData("Open MPI"), InlineData("MPICH")]
    public async Task On_ranks_a_case_agrees_and_has_the_bits_of_the_threads(string family)
    {
        Assert.SkipUnless(ReferenceData.IsAvailable, ReferenceData.WhySkipped);
        var launcher = MpiLauncher.Of(family);

        var run = await CliRun.Of("verify", "--case", "small_evoked_a", "--mpi", "2", "--launcher", launcher, "--json");

        var (onRanks, onThreads) = (run.Json.GetProperty("cases")[0], run.Json.GetProperty("onThreads")[0]);
        Assert.Equal((ExitCode.Success, 2, 1), (run.ExitCode, run.Json.GetProperty("ranks").GetInt32(), run.Json.GetProperty("sameBits").GetInt32()));
        Assert.True(onThreads.GetProperty("isSame").GetBoolean());
        Assert.Equal(onRanks.GetProperty("outputHash").GetString(), onThreads.GetProperty("outputHash").GetString());
    }

    [Fact]
    public async Task On_ranks_a_line_of_sum_tells_how_many_cases_have_the_same_bits()
    {
        var launcher = MpiLauncher.Of("MPICH");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "settings.json"), "{}", TestContext.Current.CancellationToken);

        var run = await CliRun.Of("verify", _folder.FullName, "--mpi", "2", "--launcher", launcher);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("0 of 1 cases have the same bits on 2 ranks", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_cannot_be_replayed_is_a_row_with_its_reason_and_code_1()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "settings.json"), "{}", TestContext.Current.CancellationToken);

        var run = await CliRun.Of("verify", _folder.FullName);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("0 of 1 cases agree.", run.Output, StringComparison.Ordinal);
        Assert.Contains(_folder.Name, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_cases_is_an_error()
    {
        var run = await CliRun.Of("verify", _folder.FullName);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith("Error: ", run.Error, StringComparison.Ordinal);
    }
}
