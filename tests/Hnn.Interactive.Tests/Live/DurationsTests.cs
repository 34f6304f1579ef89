using Hnn.Interactive.Live;

namespace Hnn.Interactive.Tests.Live;

public class DurationsTests
{
    [Theory, InlineData(1.234, "1.2 s"), InlineData(59.94, "59.9 s"), InlineData(60, "1 min 0 s"), InlineData(200, "3 min 20 s"), InlineData(3900, "1 h 5 min"), InlineData(90_000, "25 h 0 min")]
    public void A_time_has_the_precision_one_cares_for(double seconds, string expected) =>
        Assert.Equal(expected, Durations.Text(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Progress_says_how_much_is_done_and_what_is_left() =>
        Assert.Equal("45 %, 1.2 s, about 1.5 s left", Durations.Progress(0.45, TimeSpan.FromSeconds(1.2), TimeSpan.FromSeconds(1.5)));

    [Fact]
    public void Nothing_is_left_at_the_end_and_unknown_at_the_beginning()
    {
        Assert.Equal("100 %, 2.0 s", Durations.Progress(1, TimeSpan.FromSeconds(2), TimeSpan.Zero));
        Assert.Equal("0 %, 0.0 s", Durations.Progress(0, TimeSpan.Zero, null));
    }
}
