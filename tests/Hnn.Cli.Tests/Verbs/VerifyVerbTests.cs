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
