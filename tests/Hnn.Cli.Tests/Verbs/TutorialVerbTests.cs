using System.Text.Json;
using Hnn.Cli.Verbs;
using Hnn.Core.FitSetups;
using Hnn.Core.Optimization;
using Hnn.Testing;

namespace Hnn.Cli.Tests.Verbs;

public sealed class TutorialVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hnn-tutorial-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_tutorials_network_differs_from_the_measured_dipole_as_in_the_reference()
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);

        var run = await CliRun.Of("tutorial", "--data", ReferenceData.DataPathOf("S1_SupraT.txt"), "--out", _folder.FullName, "--evaluations", "0", "--json");

        // The reference's RMSE, sims/tutorial_initial; 1e-6 relative is what its README asks of RMSEs.
        Assert.Equal(45.55294409465528, run.Json.GetProperty("rmse").GetDouble(), 45.6e-6);
        Assert.Equal(run.Json.GetProperty("rmse").GetDouble(), run.Json.GetProperty("initialLoss").GetDouble());
        Assert.Equal((0, JsonValueKind.Null), (run.Json.GetProperty("evaluations").GetInt32(), run.Json.GetProperty("bestLoss").ValueKind));
    }

    [Fact]
    public async Task Without_a_fit_the_error_is_printed_and_a_page_with_two_dipoles_and_spikes_is_written()
    {
        Assert.SkipUnless(ReferenceData.IsDataAvailable, ReferenceData.WhyDataSkipped);

        var run = await CliRun.Of("tutorial", "--data", ReferenceData.DataPathOf("S1_SupraT.txt"), "--out", _folder.FullName, "--evaluations", "0");

        Assert.Contains("RMSE 45.55\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        var page = await PageAsync();
        Assert.Contains("initial × 3000", page, StringComparison.Ordinal);
        Assert.Contains("evprox2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("optimised", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fit_is_told_and_its_dipole_and_convergence_are_on_the_page()
    {
        var run = await CliRun.Of("tutorial", "--data", await ShortDataAsync(), "--out", _folder.FullName, "--mesh", "1x1", "--evaluations", "6", "--solver", "sobol", "--seed", "2");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("evaluations  6 of 6, 0 failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("evprox2_ampa_L2_basket", run.Output, StringComparison.Ordinal);
        Assert.Contains("fresh seeds", run.Output, StringComparison.Ordinal);
        var page = await PageAsync();
        Assert.Contains("initial × 3000", page, StringComparison.Ordinal);
        Assert.Contains("optimised × 3000", page, StringComparison.Ordinal);
        Assert.Contains("evprox2", page, StringComparison.Ordinal);
        Assert.Contains("Best so far", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_standard_output_is_one_object_and_a_checkpoint_that_is_there_is_gone_on_with()
    {
        var checkpoint = Path.Combine(_folder.FullName, "fit.jsonl");
        string[] words = ["tutorial", "--data", await ShortDataAsync(), "--out", _folder.FullName, "--mesh", "1x1", "--evaluations", "5", "--solver", "sobol", "--checkpoint", checkpoint, "--json"];

        var (first, second) = ((await CliRun.Of(words)).Json, (await CliRun.Of(words)).Json);

        Assert.Equal(5, first.GetProperty("evaluations").GetInt32());
        Assert.True(first.GetProperty("bestLoss").GetDouble() <= first.GetProperty("fit").GetProperty("startLoss").GetDouble());
        Assert.True(first.GetProperty("seconds").GetDouble() > 0);
        Assert.Equal(Path.Combine(_folder.FullName, "evoked.html"), first.GetProperty("page").GetString());
        Assert.Equal(first.GetProperty("bestLoss").GetDouble(), second.GetProperty("bestLoss").GetDouble());
        Assert.Equal(1 + 5, (await File.ReadAllLinesAsync(checkpoint, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task The_tutorials_setup_file_is_the_tutorials_fit()
    {
        var setup = await FitSetup.LoadAsync(Path.Combine(AppContext.BaseDirectory, "tutorial-fit.json"), cancellation: TestContext.Current.CancellationToken);
        var halfway = new ParameterValues(TutorialNetwork.Constraints.Select((parameter, index) => KeyValuePair.Create(parameter.Key, 1.0 + index)));
        var tutorials = TutorialNetwork.WithoutSecondProximal((10, 10));
        TutorialNetwork.SetParameters(tutorials, halfway);

        var net = setup.Network;
        setup.SetParameters(net, halfway);

        Assert.Equal(tutorials, net);
        Assert.Equal(TutorialNetwork.Constraints.Select(parameter => $"{parameter}"), setup.Constraints.Select(parameter => $"{parameter}"));
        Assert.Equal((3000, 30.0, 1, 100), (setup.Options.ScaleFactor, setup.Options.SmoothingWindow, setup.Options.Trials, setup.Optimizer.MaxEvaluations));
    }

    private async Task<string> ShortDataAsync()
    {
        var data = Path.Combine(_folder.FullName, "short.txt");
        await File.WriteAllTextAsync(data, "0 1\n10 2\n20 1\n30 3\n", TestContext.Current.CancellationToken);
        return data;
    }

    private Task<string> PageAsync() => File.ReadAllTextAsync(Path.Combine(_folder.FullName, "evoked.html"), TestContext.Current.CancellationToken);
}
