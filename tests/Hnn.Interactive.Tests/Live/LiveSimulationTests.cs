using Hnn.Core.Simulation;
using Hnn.Interactive.Live;

namespace Hnn.Interactive.Tests.Live;

[Collection(nameof(TheNotebook))]
public class LiveSimulationTests
{
    private static readonly SimulationOptions Options = SimulationOptions.Default with { StopTime = 5, Trials = 2 };

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
    public async Task An_interrupted_cell_ends_the_simulation_with_what_is_finished()
    {
        using var cell = new CancellationTokenSource();
        using var notebook = new TheNotebook(cell: cell.Token);
        var surface = new FakeSurface(_clock) { OnShow = _ => cell.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            LiveSimulation.FollowAsync(Samples.SmallColumn(), Options with { StopTime = 10_000 }, surface.Begin, _clock, TestContext.Current.CancellationToken));

        Assert.Equal("Interrupted: 0 of 2 trials finished.", surface.Shown.Last().State.Line);
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
}
