namespace Hnn.Cli.Tests.Verbs;

public class MpiVerbTests
{
    [Fact]
    public async Task Alone_it_points_to_the_verbs_that_follow_it()
    {
        var run = await CliRun.Of("mpi");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("hnn mpi --help", run.Error, StringComparison.Ordinal);
    }
}
