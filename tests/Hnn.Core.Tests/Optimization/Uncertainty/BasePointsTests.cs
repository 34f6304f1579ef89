using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

public class BasePointsTests
{
    [Fact]
    public void Each_slice_of_each_coordinate_holds_one_point()
    {
        var points = BasePoints.Draw(16, 3, new SolverRandom(1));

        for (var coordinate = 0; coordinate < 3; coordinate++)
            Assert.Equal(Enumerable.Range(0, 16), points.Select(point => (int)(16 * point[coordinate])).Order());
    }
}
