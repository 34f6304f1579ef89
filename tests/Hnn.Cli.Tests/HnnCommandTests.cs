using System.Diagnostics;

namespace Hnn.Cli.Tests;

public class HnnCommandTests
{
    [Theory, InlineData("tutorial"), InlineData("simulate"), InlineData("fit"), InlineData("model"), InlineData("notebook"), InlineData("verify"), InlineData("mpi"), InlineData("bench")]
    public async Task Every_verb_explains_itself(string verb)
    {
        var run = await CliRun.Of(verb, "--help");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains($"hnn {verb}", run.Output, StringComparison.Ordinal);
        Assert.Contains("--json", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("tutorail")]
    [InlineData("simulate")]
    [InlineData("simulate", "net.json", "--trials", "0")]
    [InlineData("simulate", "net.json", "--tstop", "-1")]
    [InlineData("simulate", "net.json", "--figure", "figure.bmp")]
    [InlineData("simulate", "net.json", "--mpi", "0")]
    [InlineData("simulate", "net.json", "--mpi", "2", "--mpi-mode", "drives")]
    [InlineData("mpi", "check", "--mpi", "many")]
    [InlineData("model", "jones2010")]
    [InlineData("model", "jones2009", "--mesh", "10x")]
    [InlineData("tutorial", "--threads", "-1")]
    [InlineData("tutorial", "--evaluations", "-1")]
    [InlineData("tutorial", "--solver", "magic")]
    [InlineData("fit")]
    [InlineData("notebook", "run")]
    [InlineData("notebook", "run", "a.ipynb", "--charts", "moving")]
    [InlineData("notebook", "run", "a.ipynb", "--charts", "7")]
    [InlineData("notebook", "run", "a.ipynb", "--cell-limit", "-1")]
    [InlineData("notebook", "run", "a.ipynb", "--cell-limit", "NaN")]
    [InlineData("notebook", "run", "a.ipynb", "--cell-limit", "1e300")]
    [InlineData("notebook", "export")]
    [InlineData("notebook", "open", "--port", "0")]
    [InlineData("notebook", "doctor", "now")]
    [InlineData("bench", "--runs", "many")]
    [InlineData("bench", "--tstop", "NaN")]
    [InlineData("bench", "--mesh", "10")]
    [InlineData("bench", "--mesh", "0x3")]
    [InlineData("bench", "--code-path", "Vector1024")]
    public async Task Words_that_are_not_understood_end_with_code_2_and_a_hint(params string[] words)
    {
        var run = await CliRun.Of(words);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_one_message_without_a_stack_trace_and_code_1()
    {
        var run = await CliRun.Of("tutorial", "--data", "no-such-dipole.txt");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("Error: no-such-dipole.txt", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_an_error_is_the_one_object_on_standard_output()
    {
        var run = await CliRun.Of("tutorial", "--data", "no-such-dipole.txt", "--json");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("no-such-dipole.txt", run.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_command_ends_with_code_130()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await HnnCommand.RunAsync(["bench", "--mesh", "1x1", "--runs", "1"], output, error, cancelled.Token);

        Assert.Equal(ExitCode.Cancelled, exitCode);
        Assert.Contains("Cancelled", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_itself_starts()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HnnCommand).Assembly.Location, "--version"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;

        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Success, process.ExitCode);
        Assert.StartsWith("0.1.0", output, StringComparison.Ordinal);
    }
}
