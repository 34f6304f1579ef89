namespace Hnn.Cli.Tests.Verbs;

public class BenchMpiVerbTests
{
    private static readonly string[] s_small = ["--large-mesh", "3x3", "--mesh", "2x2", "--tstop", "5", "--candidates", "3", "--candidates-per-rank", "1", "--runs", "1"];

    [Fact]
    public async Task One_rank_and_twice_as_many_up_to_the_number_asked_for_are_a_row_each()
    {
        var launcher = MpiLauncher.Of("MPICH");

        var run = await CliRun.Of(["bench", "mpi", "--mpi", "3", "--launcher", launcher, .. s_small, "--json"]);

        var rows = run.Json.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal([1, 2, 3], rows.Select(row => row.GetProperty("ranks").GetInt32()));
        Assert.All(rows, row => Assert.All(["cellsSeconds", "candidatesSeconds", "weakSeconds"], name => Assert.InRange(row.GetProperty(name).GetDouble(), 1e-4, 600)));
    }

    [Fact]
    public async Task Without_json_it_is_a_table_whose_first_row_is_once_as_fast_as_itself()
    {
        var run = await CliRun.Of(["bench", "mpi", "--mpi", "1", .. s_small]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("one 3x3 network", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, run.Output.Split("(1.00)").Length - 1);
    }
}
