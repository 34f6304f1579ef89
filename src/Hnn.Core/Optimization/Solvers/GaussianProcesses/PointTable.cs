namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Points stored by coordinate, so that one point is compared with four others at a time. Mutable.</summary>
internal sealed class PointTable(int dimension)
{
    private readonly double[][] _coordinates = [.. Enumerable.Range(0, dimension).Select(_ => new double[64])];

    /// <summary>Number of coordinates of each point.</summary>
    public int Dimension => dimension;

    /// <summary>Number of points.</summary>
    public int Count { get; private set; }

    /// <summary>The number of points rounded up to a multiple of four; what lies behind the last point is without meaning.</summary>
    public int PaddedCount => (Count + 3) & ~3;

    /// <summary>One coordinate of all points. Length: <see cref="PaddedCount"/>.</summary>
    public ReadOnlySpan<double> Coordinate(int index) => _coordinates[index].AsSpan(0, PaddedCount);

    /// <summary>Appends a point.</summary>
    public void Add(ReadOnlySpan<double> point)
    {
        for (var j = 0; j < dimension; j++)
        {
            if (Count == _coordinates[j].Length)
                Array.Resize(ref _coordinates[j], 2 * Count);
            _coordinates[j][Count] = point[j];
        }

        Count++;
    }

    /// <summary>Takes the last points away again.</summary>
    /// <param name="count">Number of points to be kept.</param>
    public void Truncate(int count) => Count = count;

    /// <summary>Copies a point.</summary>
    public void CopyTo(int index, Span<double> point)
    {
        for (var j = 0; j < dimension; j++)
            point[j] = _coordinates[j][index];
    }
}
