using Hnn.Core.Files;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Optimization.Solvers;
using Hnn.Testing;

namespace Hnn.Core.Tests.Optimization;

public sealed class CheckpointTests : IDisposable
{
    private const int Evaluations = 9;

    // Least squares, so that the points depend on residuals read from the file; some evaluations fail.
    private static readonly Optimizer Optimizer = SmallFits.Optimizer(new LevenbergMarquardt(), Evaluations, set: (net, p) =>
    {
        if (p["weight"] > 0.18)
            throw new InvalidOperationException("Too \"strong\".");
        SmallFits.AddDrive(net, p);
    });

    private static readonly Lazy<(FitResult Fit, string Text)> _whole = new(() =>
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("new/fit.jsonl");
        return (SmallFits.Fit(Optimizer, SmallFits.Options with { Checkpoint = path }), File.ReadAllText(path));
    });

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.PathOf("fit.jsonl");

    private static string[] Lines => _whole.Value.Text.TrimEnd('\n').Split('\n');

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_checkpoint_holds_a_description_and_a_line_for_each_evaluation()
    {
        Assert.Equal(1 + Evaluations, Lines.Length);
        Assert.EndsWith("\n", _whole.Value.Text, StringComparison.Ordinal);
        Assert.Contains(_whole.Value.Fit.History, evaluation => evaluation.Fault is not null);
    }

    [Fact]
    public void A_fit_taken_up_at_any_line_ends_with_the_same_history_and_the_same_evaluations_in_its_file()
    {
        for (var kept = 1; kept <= Lines.Length; kept++)
        {
            File.WriteAllText(Path, Joined(Lines.Take(kept)));

            var fit = SmallFits.Resume(Optimizer, Path);

            SmallFits.AssertSameHistory(_whole.Value.Fit, fit);
            Assert.Empty(fit.Warnings);
            Assert.Equal(1 + Evaluations, File.ReadAllLines(Path).Length);
        }
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 60)]
    [InlineData(10, 200)]
    public void A_line_that_was_cut_off_is_dropped_with_a_warning(int kept, int characters)
    {
        File.WriteAllText(Path, Joined(Lines.Take(kept - 1)) + Lines[kept - 1][..characters]);

        var fit = SmallFits.Resume(Optimizer, Path);

        SmallFits.AssertSameHistory(_whole.Value.Fit, fit);
        Assert.Contains("cut off", Assert.Single(fit.Warnings), StringComparison.Ordinal);
        SmallFits.AssertSameHistory(_whole.Value.Fit, SmallFits.Resume(Optimizer, Path));
    }

    [Fact]
    public void A_whole_last_line_that_is_damaged_is_dropped_with_a_warning()
    {
        File.WriteAllText(Path, Joined([.. Lines.Take(4), "{\"index\":3}"]));

        var fit = SmallFits.Resume(Optimizer, Path);

        SmallFits.AssertSameHistory(_whole.Value.Fit, fit);
        Assert.Single(fit.Warnings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"index\":1,\"point\":[0.5")]
    [InlineData("{\"index\":1}")]
    [InlineData("[]")]
    public void A_damaged_line_before_the_last_is_a_fault_that_names_it(string damaged)
    {
        File.WriteAllText(Path, Joined([.. Lines.Take(2), damaged, .. Lines.Skip(3)]));

        var fault = Assert.Throws<FileFault>(() => SmallFits.Resume(Optimizer, Path));

        Assert.Equal(3, fault.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("time,agg\n0,1\n")]
    [InlineData("{\"format\":\"hnn fit 1\",\"fi")]
    public void A_file_that_is_no_checkpoint_is_a_fault_and_stays_as_it_is(string text)
    {
        File.WriteAllText(Path, text);

        var fault = Assert.Throws<FileFault>(() => SmallFits.Resume(Optimizer, Path));

        Assert.Contains("no checkpoint of a fit", fault.Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_fault() =>
        Assert.Contains("not there", Assert.Throws<FileFault>(() => SmallFits.Resume(Optimizer, Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_another_fit_is_a_fault_that_names_what_differs()
    {
        File.WriteAllText(Path, _whole.Value.Text);
        ParameterSpace wider = new() { ["mu"] = (5, 16), ["weight"] = (0.01, 0.3) };
        var other = SmallFits.Optimizer(new LevenbergMarquardt { DampingValues = 3 }, Evaluations, Objective.Rmse(start: 8), space: wider);

        var fault = Assert.Throws<FileFault>(() => SmallFits.Resume(other, Path));

        Assert.All(
            ["solver (file: ", "objective (file: rmse from the start to the end, here: rmse from 8 ms to the end)", "parameter mu (file: 5 to 15, here: 5 to 16)"],
            part => Assert.Contains(part, fault.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("parameter weight", fault.Message, StringComparison.Ordinal);
        Assert.Equal(_whole.Value.Text, File.ReadAllText(Path));
    }

    [Fact]
    public void An_evaluation_of_another_point_than_the_solver_asks_for_is_a_fault()
    {
        var moved = Lines.Single(line => line.StartsWith("{\"index\":1,", StringComparison.Ordinal)).Replace("\"index\":1,", "\"index\":2,", StringComparison.Ordinal);
        File.WriteAllText(Path, Joined([Lines[0], moved]));

        var fault = Assert.Throws<FileFault>(() => SmallFits.Resume(Optimizer, Path));

        Assert.Contains("Evaluation 2 is of another point", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_fit_does_not_touch_a_checkpoint_that_exists()
    {
        File.WriteAllText(Path, "precious");

        Assert.Throws<IOException>(() => SmallFits.Fit(Optimizer, SmallFits.Options with { Checkpoint = Path }));

        Assert.Equal("precious", File.ReadAllText(Path));
    }

    [Fact]
    public void Evaluations_of_the_file_are_told_but_not_simulated_again()
    {
        File.WriteAllText(Path, Joined(Lines.Take(5)));
        var told = new List<FitProgress>();

        SmallFits.Resume(Optimizer, Path, told.Add);

        Assert.Equal(Enumerable.Range(1, Evaluations), told.Select(progress => progress.Evaluations));
        Assert.Equal(4, told.TakeWhile(progress => progress.Remaining is null).Count());
        Assert.All(told.Take(4), progress => Assert.Null(progress.LastDipole));
    }

    private static string Joined(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
