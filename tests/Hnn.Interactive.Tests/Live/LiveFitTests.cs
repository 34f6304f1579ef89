using Hnn.Core.Optimization;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Live;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Tests.Live;

[Collection(nameof(TheNotebook))]
public class LiveFitTests
{
    private static readonly FitOptions Options = FitOptions.Default with { FreshTrials = 0 };

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task The_result_is_that_of_a_fit_without_a_display()
    {
        var fit = await LiveFit.FollowAsync(Samples.Optimizer(), Samples.Target, Options, new FakeSurface(_clock).Begin, _clock, TestContext.Current.CancellationToken);

        Assert.Equal(Samples.Optimizer().Fit(Samples.Target, Options, cancellation: TestContext.Current.CancellationToken).Best, fit.Best);
    }

    [Fact]
    public async Task What_stays_in_the_notebook_is_the_picture_and_the_loss_and_is_the_same_each_time()
    {
        var (one, other) = (new FakeSurface(_clock), new FakeSurface(_clock));

        await LiveFit.FollowAsync(Samples.Optimizer(), Samples.Target, Options, one.Begin, _clock, TestContext.Current.CancellationToken);
        await LiveFit.FollowAsync(Samples.Optimizer(), Samples.Target, Options with { Threads = 1 }, other.Begin, _clock, TestContext.Current.CancellationToken);

        var (last, again) = (one.Shown.Last().State, other.Shown.Last().State);
        Assert.Matches(@"^Fit: RMSE 0\.\d+ nAm after 6 evaluations; all evaluations of the budget were made\.$", last.Line);
        Assert.Equal(HtmlOf(last), HtmlOf(again));
        Assert.Equal(["Target", "Best", "Best so far"], NamesIn(last));
        Assert.Equal("RMSE (nAm)", last.Report.MainFigure!.Panels[^1].Y.Label);
    }

    [Fact]
    public async Task States_between_show_target_best_and_last_dipole_and_the_loss()
    {
        var clock = new FakeClock(step: LiveDisplay.Pause);
        var surface = new FakeSurface(clock);

        await LiveFit.FollowAsync(Samples.Optimizer(evaluations: 40), Samples.Target, Options, surface.Begin, clock, TestContext.Current.CancellationToken);

        var between = surface.Shown.Select(shown => shown.State).Skip(1).SkipLast(1).ToArray();
        Assert.NotEmpty(between);
        Assert.All(between, state =>
        {
            Assert.Matches(@"^Fitting: evaluation \d+ of 40: \d+ %, .+; RMSE .+ nAm at best, .+ nAm last$", state.Line);
            Assert.Equal(["Target", "Best", "Last", "Best so far"], NamesIn(state));
        });
    }

    [Fact]
    public async Task An_interrupted_cell_ends_the_search_and_keeps_the_best()
    {
        using var cell = new CancellationTokenSource();
        using var notebook = new TheNotebook(cell: cell.Token);
        var clock = new FakeClock(step: LiveDisplay.Pause);
        var surface = new FakeSurface(clock) { OnShow = state => CancelIf(state.Line.StartsWith("Fitting: evaluation", StringComparison.Ordinal), cell) };

        var fit = await LiveFit.FollowAsync(Samples.Optimizer(evaluations: 100_000), Samples.Target, Options, surface.Begin, clock, TestContext.Current.CancellationToken);

        Assert.Equal((StopReason.Cancelled, true), (fit.StopReason, fit.History.Length > 0));
        Assert.EndsWith("; it was interrupted.", surface.Shown.Last().State.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fit_that_cannot_begin_leaves_a_word_and_its_own_error()
    {
        var surface = new FakeSurface(_clock);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            LiveFit.FollowAsync(Samples.Optimizer(), target: null, Options, surface.Begin, _clock, TestContext.Current.CancellationToken));

        Assert.Equal("There is no fit. The error says why.", surface.Shown.Last().State.Line);
    }

    private static void CancelIf(bool condition, CancellationTokenSource source)
    {
        if (condition)
            source.Cancel();
    }

    private static string HtmlOf(LiveState state) => new HtmlReport(StillPicture.Html, StillPicture.Html).Write(state.Report);

    private static IEnumerable<string> NamesIn(LiveState state) => state.Report.MainFigure!.Panels.SelectMany(panel => panel.Traces).Select(trace => trace.Name);
}
