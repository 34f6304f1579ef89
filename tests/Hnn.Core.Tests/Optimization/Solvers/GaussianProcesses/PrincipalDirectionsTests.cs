using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Solvers.GaussianProcesses;

namespace Hnn.Core.Tests.Optimization.Solvers.GaussianProcesses;

public class PrincipalDirectionsTests
{
    [Fact]
    public void Rows_in_a_plane_beside_the_origin_are_held_by_two_directions_and_the_mean()
    {
        var random = new SolverRandom(2);
        double[][] rows = [.. Enumerable.Range(0, 9).Select(_ => (X: random.NextNormal(), Y: 3 * random.NextNormal())).Select(p => new[] { p.X, 5, p.Y, p.X })];

        var directions = PrincipalDirections.Find(rows, variance: 0.9999, most: 4);

        Assert.Equal(3, directions.Count);
        // All lengths are rebuilt from three scores; rounding of sums of four terms.
        Assert.All(rows, row => Assert.Equal(RowMath.Dot(row, row), directions.Sum(direction => Math.Pow(RowMath.Dot(row, direction), 2)), 1e-12 * 1000));
    }

    [Fact]
    public void They_are_orthonormal_and_the_first_holds_most()
    {
        var random = new SolverRandom(4);
        double[][] rows = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(1, 6).Select(size => size * random.NextNormal()).ToArray())];

        var directions = PrincipalDirections.Find(rows, variance: 0.9, most: 6);

        for (var i = 0; i < directions.Count; i++)
        {
            for (var j = 0; j <= i; j++)
                Assert.Equal(i == j ? 1 : 0, RowMath.Dot(directions[i], directions[j]), 1e-12);
        }

        Assert.True(rows.Sum(row => Math.Pow(RowMath.Dot(row, directions[0]), 2)) > rows.Sum(row => Math.Pow(RowMath.Dot(row, directions[1]), 2)));
    }
}
