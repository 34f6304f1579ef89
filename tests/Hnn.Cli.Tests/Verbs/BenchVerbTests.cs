namespace Hnn.Cli.Tests.Verbs;

public class BenchVerbTests
{
    [Fact]
    public async Task Every_mesh_and_code_path_asked_for_is_one_row()
    {
        var run = await CliRun.Of("bench", "--mesh", "1x1", "--mesh", "2x2", "--code-path", "Scalar", "--code-path", "Vector256", "--tstop", "30", "--runs", "1", "--json");

        var rows = run.Json.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(["1x1", "1x1", "2x2", "2x2"], rows.Select(row => row.GetProperty("mesh").GetString()));
        Assert.Equal(["Scalar", "Vector256", "Scalar", "Vector256"], rows.Select(row => row.GetProperty("codePath").GetString()));
        Assert.All(rows, row => Assert.True(row.GetProperty("eventsPerSecond").GetDouble() > 0));
        Assert.True(run.Json.GetProperty("msPerTrial1Thread").GetDouble() > 0);
    }

    [Fact]
    public async Task Without_json_it_is_a_table()
    {
        var run = await CliRun.Of("bench", "--mesh", "1x1", "--tstop", "5", "--runs", "1");

        Assert.Contains("ns per compartment-step", run.Output, StringComparison.Ordinal);
        Assert.Contains("Peak memory", run.Output, StringComparison.Ordinal);
    }
}
