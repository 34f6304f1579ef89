using Hnn.Core.Simulation;

namespace Hnn.Core.Tests.Simulation;

public class SimulationProgressTests
{
    [Fact]
    public void The_rest_takes_as_long_as_the_part_done_foretells()
    {
        var progress = new SimulationProgress(Fraction: 0.25, TotalTime: 340, Trials: 2, Elapsed: TimeSpan.FromSeconds(3));

        Assert.Equal(85, progress.SimulatedTime);
        Assert.Equal(TimeSpan.FromSeconds(9), progress.Remaining);
    }

    [Fact]
    public void Before_anything_is_done_nothing_is_foretold() =>
        Assert.Null(new SimulationProgress(0, 170, 1, TimeSpan.FromSeconds(1)).Remaining);
}
