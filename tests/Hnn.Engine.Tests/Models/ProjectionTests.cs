using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Engine.Tests.Models;

public sealed class ProjectionTests
{
    private static readonly Projection Projection = SmallNetworks.Between([0], [1], "soma", "ampa", weight: 2, delay: 3) with { SpaceConstant = 5 };

    // In the plane 3 and 4 µm apart: 5 µm, one space constant. The height does not count.
    [Fact]
    public void Over_a_space_constant_the_weight_falls_and_the_delay_grows_by_e()
    {
        var (weight, delay) = Projection.Between(new Point3(1, 1, 0), new Point3(4, 5, 1307));

        Assert.Equal(2 * Math.Exp(-1), weight, 1e-15);
        Assert.Equal(3 * Math.E, delay, 1e-14);
    }

    [Fact]
    public void Far_away_there_is_no_weight_and_no_arrival() =>
        Assert.Equal((0, double.PositiveInfinity), Projection.Between(default, new Point3(1000, 0, 0)));
}
