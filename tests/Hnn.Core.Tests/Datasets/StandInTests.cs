using Hnn.Core.Datasets;

namespace Hnn.Core.Tests.Datasets;

public class StandInTests
{
    [Fact]
    public void The_stand_in_has_the_samples_of_an_evoked_response()
    {
        var dipole = StandIn.EvokedResponse();

        Assert.Equal(105, dipole.Times.Length);
        Assert.Equal(520.0 / 3.0, dipole.Times[^1], 1e-9); // 104 steps of 5/3 ms; rounding of the last place
        Assert.InRange(dipole["agg"].Max(), 10, 50);
        Assert.InRange(dipole["agg"].Min(), -50, -10);
    }
}
