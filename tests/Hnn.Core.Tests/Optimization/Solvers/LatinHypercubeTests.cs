using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class LatinHypercubeTests
{
    [Theory, InlineData(1, 1), InlineData(10, 3), InlineData(101, 7)]
    public void Each_slice_of_each_coordinate_holds_one_point(int count, int dimension)
    {
        var points = LatinHypercube.Points(count, dimension, seed: 1);

        Assert.Equal(count, points.Length);
        for (var coordinate = 0; coordinate < dimension; coordinate++)
            Assert.Equal(Enumerable.Range(0, count), points.Select(point => (int)(count * point[coordinate])).Order());
    }

    [Fact]
    public void A_seed_gives_the_same_points_again_and_another_seed_others()
    {
        var points = LatinHypercube.Points(5, 2, seed: 1);

        Assert.Equal(points[4], LatinHypercube.Points(5, 2, seed: 1)[4]);
        Assert.NotEqual(points[4], LatinHypercube.Points(5, 2, seed: 2)[4]);
    }

    [Theory, InlineData(0, 1), InlineData(1, 0)]
    public void Nothing_and_less_is_refused(int count, int dimension) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LatinHypercube.Points(count, dimension, seed: 1));
}
