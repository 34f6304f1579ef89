using System.Text.RegularExpressions;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Interactive.Live;

namespace Hnn.Interactive.Tests.Live;

[Collection(nameof(TheNotebook))]
public partial class LiveSimulationTests
{
    private static readonly SimulationOptions Options = SimulationOptions.Default with { StopTime = 5, Trials = 2 };

    // Far more than are simulated together, which are 256 cells: the first tenth holds several groups.
    private static readonly SimulationOptions ManyTrials = SimulationOptions.Default with { StopTime = 20, Trials = 2000 };

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task The_result_is_that_of_a_simulation_without_a_display()
    {
        var net = Samples.SmallColumn();

        var result = await LiveSimulation.FollowAsync(net, Options, new FakeSurface(_clock).Begin, _clock, TestContext.Current.CancellationToken);

        Assert.Equal(net.Simulate(Options, cancellation: TestContext.Current.CancellationToken).Dipoles[1]["agg"], result.Dipoles[1]["agg"]);
    }

    [Fact]
    public async Task What_stays_in_the_notebook_names_no_times()
    {
        var surface = new FakeSurface(_clock);

        await LiveSimulation.FollowAsync(Samples.SmallColumn(), Options, surface.Begin, _clock, TestContext.Current.CancellationToken);

        var last = surface.Shown.Last().State;
        Assert.True(last.IsLast);
        Assert.Equal(("Simulated 2 trials of 5 ms.", "Simulated 2 trials of 5 ms."), (last.Line, last.Report.Title));
    }

    [Fact]
    public async Task States_between_say_how_far_it_is()
    {
        var clock = new FakeClock(step: LiveDisplay.Pause);
        var surface = new FakeSurface(clock);

        await LiveSimulation.FollowAsync(Samples.SmallColumn(), Options with { StopTime = 200 }, surface.Begin, clock, TestContext.Current.CancellationToken);

        var between = surface.Shown.Select(shown => shown.State.Line).Skip(1).SkipLast(1).ToArray();
        Assert.NotEmpty(between);
        Assert.All(between, line => Assert.Matches(@"^Simulating 2 trials of 200 ms: \d+ %, .+", line));
    }

    [Fact]
    public async Task A_cell_interrupted_before_the_first_trial_is_finished_has_no_result()
    {
        using var cell = new CancellationTokenSource();
        using var notebook = new TheNotebook(cell: cell.Token);
        var surface = new FakeSurface(_clock) { OnShow = _ => cell.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            LiveSimulation.FollowAsync(Samples.SmallColumn(), Options with { StopTime = 10_000 }, surface.Begin, _clock, TestContext.Current.CancellationToken));

        Assert.Equal("Interrupted: 0 of 2 trials finished.", surface.Shown.Last().State.Line);
    }

    [Fact]
    public async Task An_interrupted_cell_gets_the_trials_that_are_finished_and_a_warning()
    {
        using var cell = new CancellationTokenSource();
        using var notebook = new TheNotebook(cell: cell.Token);

        var (result, last) = await EndEarlyAsync(cell, TestContext.Current.CancellationToken);

        Assert.InRange(result.Dipoles.Length, 1, ManyTrials.Trials - 1);
        Assert.Equal($"Interrupted: {result.Dipoles.Length} of 2000 trials finished.", last);
        Assert.Equal(last, result.Warnings.Last());
        Assert.Equal(result.Dipoles.Length, result.CellResponse.Trials.Length);
    }

    [Fact]
    public async Task A_simulation_ended_by_its_callers_own_token_throws_although_trials_are_finished()
    {
        using var own = new CancellationTokenSource();

        var canceled = await Assert.ThrowsAsync<SimulationCanceledException>(() => EndEarlyAsync(own, own.Token));

        Assert.NotNull(canceled.Finished);
    }

    [Fact]
    public async Task A_network_that_cannot_be_simulated_leaves_a_word_and_its_own_error()
    {
        var surface = new FakeSurface(_clock);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            LiveSimulation.FollowAsync(Samples.SmallColumn(), Options with { StopTime = 0 }, surface.Begin, _clock, TestContext.Current.CancellationToken));

        Assert.Equal("Not simulated: 2 trials of 0 ms. The error says why.", surface.Shown.Last().State.Line);
    }

    [Fact]
    public void Without_a_host_the_console_tells_how_far_it_is()
    {
        var before = Console.Out;
        using var console = new StringWriter();
        Console.SetOut(console);

        Samples.SmallColumn().SimulateLive(stopTime: 1);

        Console.SetOut(before);
        Assert.EndsWith("Simulated 1 trial of 1 ms.", console.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    // Ends it when the display says that a tenth is done.
    private static async Task<(SimulationResult Result, string LastLine)> EndEarlyAsync(CancellationTokenSource end, CancellationToken cancellation)
    {
        var clock = new FakeClock(step: LiveDisplay.Pause);
        var surface = new FakeSurface(clock) { OnShow = state => EndIf(Tenth().IsMatch(state.Line)) };

        var result = await LiveSimulation.FollowAsync(Samples.SmallColumn(), ManyTrials, surface.Begin, clock, cancellation);
        return (result, surface.Shown.Last().State.Line);

        void EndIf(bool isThere)
        {
            if (isThere)
                end.Cancel();
        }
    }

    [GeneratedRegex(@": [1-9]\d %")]
    private static partial Regex Tenth();
}
