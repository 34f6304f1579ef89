using Hnn.Core.Simulation;
using Hnn.Engine.Runs;

namespace Hnn.Core.Tests.Simulation;

public class SimulationOptionsTests
{
    [Fact]
    public void The_defaults_are_those_of_the_reference()
    {
        var options = SimulationOptions.Default;

        options.Check();
        Assert.Equal((170, 0.025, 1), (options.StopTime, options.TimeStep, options.Trials));
    }

    [Fact]
    public void Numbers_that_make_no_simulation_are_refused()
    {
        var options = SimulationOptions.Default;

        Assert.ThrowsAny<ArgumentException>((options with { TimeStep = 0 }).Check);
        Assert.ThrowsAny<ArgumentException>((options with { TimeStep = double.NaN }).Check);
        Assert.ThrowsAny<ArgumentException>((options with { StopTime = double.PositiveInfinity }).Check);
        Assert.ThrowsAny<ArgumentException>((options with { StopTime = 0.01 }).Check);
        Assert.ThrowsAny<ArgumentException>((options with { Trials = 0 }).Check);
        Assert.ThrowsAny<ArgumentException>((options with { Threads = -1 }).Check);
        Assert.ThrowsAny<ArgumentException>((options with { CodePath = (CodePath)77 }).Check);
    }
}
