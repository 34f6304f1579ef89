using Hnn.Interactive.Live;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Tests.Live;

public class LiveDisplayTests
{
    // Longer than any thread waits for its turn.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeClock _clock = new();

    [Fact]
    public void At_most_five_states_are_shown_in_a_second()
    {
        var surface = new FakeSurface(_clock);
        var display = LiveDisplay.Begin(State("first"), surface.Begin, _clock);

        for (var step = 0; step < 300; step++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            display.Post(() => State("between"));
            Thread.Sleep(1);
        }

        display.Finish(State("last"));
        var times = surface.Shown.SkipLast(1).Select(shown => shown.At).ToArray();
        Assert.True(times.Length > 2, "Of the states between, some are shown.");
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public void The_last_state_is_shown_however_short_the_time_since_the_one_before()
    {
        var surface = new FakeSurface(_clock);
        var display = LiveDisplay.Begin(State("first"), surface.Begin, _clock);

        display.Post(() => State("between"));
        display.Finish(State("last"));

        Assert.Equal(["first", "last"], surface.Shown.Select(shown => shown.State.Line));
    }

    [Fact]
    public void Of_the_states_that_come_within_a_pause_the_latest_is_shown_after_it()
    {
        using var shown = new ManualResetEventSlim();
        var surface = new FakeSurface(_clock) { OnShow = state => SetIf(state.Line == "3", shown) };
        var display = LiveDisplay.Begin(State("first"), surface.Begin, _clock);

        display.Post(() => State("1"));
        display.Post(() => State("2"));
        display.Post(() => State("3"));
        _clock.Advance(LiveDisplay.Pause);

        Assert.True(shown.Wait(Patience, TestContext.Current.CancellationToken));
        display.Finish(State("last"));
        Assert.Equal(["first", "3", "last"], surface.Shown.Select(each => each.State.Line));
    }

    [Fact]
    public void Who_posts_does_not_wait_for_a_slow_display()
    {
        using var started = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        var surface = new FakeSurface(_clock)
        {
            OnShow = state =>
            {
                SetIf(state.Line == "slow", started);
                Assert.True(state.Line != "slow" || mayGoOn.Wait(Patience));
            },
        };
        var display = LiveDisplay.Begin(State("first"), surface.Begin, _clock);
        _clock.Advance(LiveDisplay.Pause);

        display.Post(() => State("slow"));
        Assert.True(started.Wait(Patience, TestContext.Current.CancellationToken));
        for (var step = 0; step < 1000; step++)
            display.Post(() => State("dropped"));

        mayGoOn.Set();
        display.Finish(State("last"));
        Assert.Equal(["first", "slow", "last"], surface.Shown.Select(each => each.State.Line));
    }

    [Fact]
    public void A_display_that_fails_is_switched_off_and_harms_nobody()
    {
        using var failed = new ManualResetEventSlim();
        var surface = new FakeSurface(_clock)
        {
            OnShow = state =>
            {
                SetIf(state.Line == "fails", failed);
                Assert.NotEqual("fails", state.Line);
            },
        };
        var display = LiveDisplay.Begin(State("first"), surface.Begin, _clock);
        _clock.Advance(LiveDisplay.Pause);

        display.Post(() => State("fails"));
        Assert.True(failed.Wait(Patience, TestContext.Current.CancellationToken));
        display.Finish(State("last"));

        Assert.Equal(["first", "fails"], surface.Shown.Select(each => each.State.Line));
    }

    private static LiveState State(string line) => new(line, new Report(line));

    private static void SetIf(bool condition, ManualResetEventSlim signal)
    {
        if (condition)
            signal.Set();
    }
}
