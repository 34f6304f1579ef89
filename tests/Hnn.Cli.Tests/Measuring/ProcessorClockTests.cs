using Hnn.Cli.Measuring;

namespace Hnn.Cli.Tests.Measuring;

public class ProcessorClockTests
{
    // No processor that runs .NET is slower than 0.2 GHz or faster than 10 GHz.
    [Fact]
    public void The_clock_rate_is_that_of_a_processor() => Assert.InRange(ProcessorClock.MeasureGigahertz(), 0.2, 10);
}
