namespace Hnn.Cli.Tests.Verbs;

public class NotebookVerbTests
{
    [Fact]
    public async Task Its_help_lists_what_can_be_done_with_notebooks()
    {
        var run = await CliRun.Of("notebook", "--help");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("run <NOTEBOOK>", run.Output, StringComparison.Ordinal);
        Assert.Contains("export <NOTEBOOK>", run.Output, StringComparison.Ordinal);
        Assert.Contains("install ", run.Output, StringComparison.Ordinal);
        Assert.Contains("open <PATH>", run.Output, StringComparison.Ordinal);
        Assert.Contains("doctor ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CONNECTION_FILE", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alone_it_says_where_the_verbs_are_listed()
    {
        var run = await CliRun.Of("notebook");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("'hnn notebook --help'", run.Error, StringComparison.Ordinal);
    }

    [Theory, InlineData("run"), InlineData("export")]
    public async Task Its_verbs_explain_themselves(string verb)
    {
        var run = await CliRun.Of("notebook", verb, "--help");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains($"hnn notebook {verb} <NOTEBOOK>", run.Output, StringComparison.Ordinal);
        Assert.Contains("--output", run.Output, StringComparison.Ordinal);
    }
}
