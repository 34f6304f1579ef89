using MathNet.Numerics.LinearAlgebra.Double;

namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Orthonormal directions which together hold nearly all of a set of rows.</summary>
internal static class PrincipalDirections
{
    /// <summary>The directions of largest variance, and last that part of the mean row which they do not hold.</summary>
    /// <param name="rows">The rows. Shape: [rows][columns].</param>
    /// <param name="variance">Share of the variance that is to be held, below 1.</param>
    /// <param name="most">Most directions besides the mean's.</param>
    /// <returns>Shape: [directions][columns]; without what is zero.</returns>
    public static List<double[]> Find(IReadOnlyList<double[]> rows, double variance, int most)
    {
        var mean = new double[rows[0].Length];
        foreach (var row in rows)
            RowMath.AddScaled(1.0 / rows.Count, row, mean);
        var centered = rows.Select(row => row.Zip(mean, (value, average) => value - average).ToArray()).ToArray();
        var products = DenseMatrix.Create(rows.Count, rows.Count, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j <= i; j++)
                products[i, j] = products[j, i] = RowMath.Dot(centered[i], centered[j]);
        }

        var directions = new List<double[]>();
        var decomposition = products.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);
        var values = decomposition.EigenValues.Select(value => Math.Max(0, value.Real)).ToArray();
        var (total, held) = (values.Sum(), 0.0);
        for (var k = rows.Count - 1; k >= 0 && directions.Count < most && held < variance * total; k--)
        {
            var direction = new double[mean.Length];
            for (var i = 0; i < rows.Count; i++)
                RowMath.AddScaled(decomposition.EigenVectors[i, k], centered[i], direction);
            held += values[k];
            TryAdd(directions, direction, atLeast: 0);
        }

        TryAdd(directions, mean, atLeast: 1e-6 * Math.Sqrt(RowMath.Dot(mean, mean)));
        return directions;
    }

    private static void TryAdd(List<double[]> directions, double[] direction, double atLeast)
    {
        var rest = direction.ToArray();
        foreach (var earlier in directions)
            RowMath.AddScaled(-RowMath.Dot(earlier, rest), earlier, rest);
        var length = Math.Sqrt(RowMath.Dot(rest, rest));
        if (length > atLeast)
            directions.Add([.. rest.Select(value => value / length)]);
    }
}
