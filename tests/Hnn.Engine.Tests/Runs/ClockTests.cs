using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests.Runs;

public sealed class ClockTests
{
    // numerics.md section 2 (170 ms) and the reference's README (173.3333 ms: 6934 samples, the last at 173.325).
    [Theory]
    [InlineData(170, 6800, 170)]
    [InlineData(173.3333, 6933, 173.325)]
    [InlineData(0.025, 1, 0.025)]
    public void The_clock_has_as_many_steps_as_the_references(double stopTime, int steps, double last)
    {
        var clock = new Clock(0.025, stopTime);

        Assert.Equal(steps, clock.Steps);
        Assert.Equal(steps + 1, clock.Times.Length);
        Assert.Equal(last, clock.Times[^1], 1e-10);
    }

    [Fact]
    public void The_clock_drifts_as_the_references_does() => Assert.Equal(169.99999999998232, new Clock(0.025, 170).Times[^1]);

    // Steps of 0.25 ms are exact: middles at 0.125, 0.375, 0.625, 0.875.
    [Theory]
    [InlineData(-3, 0)]
    [InlineData(0, 0)]
    [InlineData(0.125, 0)]
    [InlineData(0.126, 1)]
    [InlineData(0.25, 1)]
    [InlineData(0.375, 1)]
    [InlineData(0.376, 2)]
    [InlineData(0.875, 3)]
    [InlineData(0.876, 4)]
    [InlineData(1, 4)]
    [InlineData(1e9, 4)]
    [InlineData(double.PositiveInfinity, 4)]
    public void An_event_acts_in_the_first_step_whose_middle_is_not_before_it(double time, int step) =>
        Assert.Equal(step, new Clock(0.25, 1).StepOf(time));

    // The running sum drifts; the bound is the drifted middle, to the bit.
    [Fact]
    public void The_middles_as_they_have_drifted_are_the_exact_bounds()
    {
        var clock = new Clock(0.025, 170);

        for (var step = 0; step < clock.Steps; step++)
        {
            Assert.Equal(step, clock.StepOf(clock.Middles[step]));
            Assert.Equal(step + 1, clock.StepOf(Math.BitIncrement(clock.Middles[step])));
        }
    }
}
