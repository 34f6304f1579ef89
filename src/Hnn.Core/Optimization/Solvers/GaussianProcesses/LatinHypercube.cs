namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Random points spread evenly over the unit cube: each coordinate takes each of as many equal intervals once.</summary>
/// <remarks>M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979) 239.</remarks>
internal static class LatinHypercube
{
    private const int Draws = 20;

    /// <summary>Of several random designs the one whose closest points are farthest apart.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="count">Number of points.</param>
    /// <param name="dimension">Number of coordinates.</param>
    public static List<double[]> Draw(SolverRandom random, int count, int dimension) =>
        Enumerable.Range(0, Draws).Select(_ => DrawOne(random, count, dimension)).ToList().MaxBy(ClosestDistance)!;

    private static List<double[]> DrawOne(SolverRandom random, int count, int dimension)
    {
        var points = Enumerable.Range(0, count).Select(_ => new double[dimension]).ToList();
        for (var j = 0; j < dimension; j++)
        {
            var order = random.NextPermutation(count);
            for (var i = 0; i < count; i++)
                points[i][j] = (order[i] + random.NextUniform()) / count;
        }

        return points;
    }

    private static double ClosestDistance(List<double[]> points)
    {
        var closest = double.PositiveInfinity;
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < i; j++)
                closest = Math.Min(closest, points[i].Zip(points[j], (x, y) => (x - y) * (x - y)).Sum());
        }

        return closest;
    }
}
