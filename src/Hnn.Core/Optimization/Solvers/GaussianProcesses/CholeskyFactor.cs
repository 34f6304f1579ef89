namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Lower triangular factor L of a covariance matrix K = L Lᵀ that grows by one row and column at a time. Mutable.</summary>
/// <remarks>Written here rather than taken from Math.NET because rows are appended after each evaluation, and candidates by the thousand are solved against it.</remarks>
internal sealed class CholeskyFactor
{
    private readonly List<double[]> _rows = [];

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Logarithm of the determinant of K.</summary>
    public double LogDeterminant => 2 * _rows.Sum(row => Math.Log(row[^1]));

    /// <summary>Appends a row and column of K.</summary>
    /// <param name="covariances">With the earlier rows; at least <see cref="Count"/> numbers, the rest is not looked at.</param>
    /// <param name="variance">The new diagonal element.</param>
    /// <returns>Whether K is still positive definite; if not, nothing was appended.</returns>
    public bool TryAppend(ReadOnlySpan<double> covariances, double variance)
    {
        var row = new double[Count + 1];
        covariances[..Count].CopyTo(row);
        SolveLower(row.AsSpan(0, Count));
        var pivot = variance - RowMath.Dot(row.AsSpan(0, Count), row.AsSpan(0, Count));
        if (!(pivot > 1e-14 * variance))
            return false;
        row[^1] = Math.Sqrt(pivot);
        _rows.Add(row);
        return true;
    }

    /// <summary>Takes the last rows away again.</summary>
    /// <param name="count">Number of rows to be kept.</param>
    public void Truncate(int count) => _rows.RemoveRange(count, Count - count);

    /// <summary>Solves L y = b in place.</summary>
    /// <param name="values">b, then y. Length: <see cref="Count"/>.</param>
    public void SolveLower(Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var row = _rows[i];
            values[i] = (values[i] - RowMath.Dot(row.AsSpan(0, i), values[..i])) / row[i];
        }
    }

    /// <summary>Solves Lᵀ x = y in place.</summary>
    /// <param name="values">y, then x. Length: <see cref="Count"/>.</param>
    public void SolveUpper(Span<double> values)
    {
        for (var i = values.Length - 1; i >= 0; i--)
        {
            values[i] /= _rows[i][i];
            RowMath.AddScaled(-values[i], _rows[i].AsSpan(0, i), values[..i]);
        }
    }

    /// <summary>The inverse of K, both triangles. Shape: [count, count].</summary>
    public double[][] Inverse()
    {
        var inverse = _rows.Select(_ => new double[Count]).ToArray();
        foreach (var row in InverseRows())
        {
            for (var i = 0; i < row.Length; i++)
                RowMath.AddScaled(row[i], row.AsSpan(0, i + 1), inverse[i]);
        }

        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < i; j++)
                inverse[j][i] = inverse[i][j];
        }

        return inverse;
    }

    private List<double[]> InverseRows()
    {
        var inverse = new List<double[]>(Count);
        foreach (var row in _rows)
        {
            var result = new double[row.Length];
            for (var j = 0; j < inverse.Count; j++)
                RowMath.AddScaled(-row[j], inverse[j], result);
            result[^1] = 1;
            for (var j = 0; j < result.Length; j++)
                result[j] /= row[^1];
            inverse.Add(result);
        }

        return inverse;
    }
}
