using System.Globalization;
using System.Text.Json;
using Hnn.Cli.Fitting;
using Hnn.Core.Drives;
using Hnn.Core.Files;

namespace Hnn.Cli.Tests.Verbs;

public sealed class FitVerbTests : IDisposable
{
    private const string Setup = """
        { "network": { "model": "jones2009", "mesh": [1, 1], "erpDrives": true }, "target": "measured.txt", "scaleFactor": 3000, "smoothingWindow": 10, "freshTrials": 2,
          "solver": "nelder-mead", "evaluations": 25, "seed": 1, "parameters": {
            "time": { "low": 5, "high": 15, "sets": "evprox1.mu" },
            "weight": { "low": 0.001, "high": 0.1, "log": true, "sets": "evprox1.ampa.*" } } }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hnn-fit-");

    public FitVerbTests() => File.WriteAllText(PathOf("measured.txt"), string.Concat(Enumerable.Range(0, 31).Select(time =>
        string.Create(CultureInfo.InvariantCulture, $"{time} {20 * Math.Sin(time / 8.0)}\n"))));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_example_of_the_documentation_runs_and_leaves_its_files()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "fit-setup.md"), TestContext.Current.CancellationToken);
        WriteSetup(text.Split("```json")[1].Split("```")[0]);

        var run = await CliRun.Of("fit", PathOf("setup.json"), "--out", PathOf("out"));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("evaluations  12 of 12, 0 failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("Judged on 2 fresh seeds", run.Output, StringComparison.Ordinal);
        Assert.Equal(1 + 12, (await LinesAsync("history.csv")).Length);
        Assert.Equal(1 + 12, (await LinesAsync("checkpoint.jsonl")).Length);
        Assert.Contains("Best so far", await ReadAsync("fit.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_object_and_the_best_network_has_the_best_parameters()
    {
        WriteSetup(Setup);

        var run = await CliRun.Of("fit", PathOf("setup.json"), "--out", PathOf("out"), "--json");

        var (fit, best) = (run.Json.GetProperty("fit"), NetworkFile.Load(PathOf("out/best-network.json")).Drives["evprox1"]);
        Assert.True(fit.GetProperty("bestLoss").GetDouble() < fit.GetProperty("startLoss").GetDouble());
        Assert.Equal(25, fit.GetProperty("evaluations").GetInt32());
        Assert.Equal(fit.GetProperty("parameters").GetProperty("time").GetDouble(), ((EvokedDrive)best).Mu);
        Assert.Equal(fit.GetProperty("parameters").GetProperty("weight").GetDouble(), best.AmpaWeights["L5_pyramidal"]);
        Assert.All(run.Json.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(file.GetString())));
        using var parameters = JsonDocument.Parse(await ReadAsync("best-parameters.json"));
        Assert.Equal(fit.GetProperty("bestLoss").GetDouble(), parameters.RootElement.GetProperty("loss").GetDouble());
    }

    [Fact]
    public async Task An_ended_fit_keeps_the_best_so_far_and_resumed_it_is_the_fit_that_was_never_ended()
    {
        WriteSetup(Setup);
        await CliRun.Of("fit", PathOf("setup.json"), "--out", PathOf("whole"));

        var ended = await EndedAfterAsync(evaluations: 6, "fit", PathOf("setup.json"), "--out", PathOf("out"), "--json");
        Assert.Equal(ExitCode.Cancelled, ended.ExitCode);
        Assert.Equal("Cancelled", ended.Json.GetProperty("fit").GetProperty("stopReason").GetString());
        Assert.InRange((await LinesAsync("history.csv")).Length, 1 + 6, 25);

        var resumed = await CliRun.Of("fit", PathOf("setup.json"), "--out", PathOf("out"), "--resume", "--threads", "1");
        Assert.Equal(ExitCode.Success, resumed.ExitCode);
        Assert.Equal(await LossesAsync("whole"), await LossesAsync("out"));
    }

    [Fact]
    public async Task A_fit_that_was_begun_is_not_overwritten_and_one_that_was_not_cannot_be_resumed()
    {
        WriteSetup(Setup);
        Directory.CreateDirectory(PathOf("out"));
        await File.WriteAllTextAsync(PathOf("out/checkpoint.jsonl"), "precious", TestContext.Current.CancellationToken);

        var again = await CliRun.Of("fit", PathOf("setup.json"), "--out", PathOf("out"));
        var nothing = await CliRun.Of("fit", PathOf("setup.json"), "--out", PathOf("other"), "--resume");

        Assert.Equal((ExitCode.Failure, ExitCode.Failure), (again.ExitCode, nothing.ExitCode));
        Assert.Contains("--resume", again.Error, StringComparison.Ordinal);
        Assert.Contains("There is no", nothing.Error, StringComparison.Ordinal);
        Assert.Equal("precious", await ReadAsync("checkpoint.jsonl"));
    }

    [Fact]
    public async Task All_faults_of_a_setup_are_one_message()
    {
        WriteSetup(Setup.Replace("evprox1.mu", "evprox7.mu", StringComparison.Ordinal).Replace("0.001", "0.2", StringComparison.Ordinal));

        var run = await CliRun.Of("fit", PathOf("setup.json"), "--out", PathOf("out"));

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("2 faults were found", run.Error, StringComparison.Ordinal);
        Assert.Contains("$.parameters.time.sets, line 3", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(PathOf("out")));
    }

    // Cancels as Ctrl-C does once the checkpoint holds some evaluations.
    private async Task<CliRun> EndedAfterAsync(int evaluations, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = Task.Run(() => HnnCommand.RunAsync(words, output, error, ending.Token), TestContext.Current.CancellationToken);
        while (!running.IsCompleted && LinesNow(PathOf($"out/{FitFiles.Checkpoint}")) < 1 + evaluations)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        await ending.CancelAsync();
        return new CliRun(await running, output.ToString(), error.ToString());
    }

    private static int LinesNow(string path)
    {
        if (!File.Exists(path))
            return 0;
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Count(letter => letter == '\n');
    }

    private void WriteSetup(string text) => File.WriteAllText(PathOf("setup.json"), text);

    private async Task<string[]> LossesAsync(string folder) =>
        [.. (await File.ReadAllLinesAsync(PathOf($"{folder}/history.csv"), TestContext.Current.CancellationToken)).Select(line => line.Split(',')[1])];

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(PathOf($"out/{name}"), TestContext.Current.CancellationToken);

    private Task<string[]> LinesAsync(string name) => File.ReadAllLinesAsync(PathOf($"out/{name}"), TestContext.Current.CancellationToken);
}
