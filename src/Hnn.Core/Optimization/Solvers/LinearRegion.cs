using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The points between two bounds at which linear functions, given by slope and value at 0, are not negative.</summary>
/// <remarks>Nearest points are found by the dual method of D. Goldfarb and A. Idnani, Math. Program. 27 (1983) 1, for a unit Hessian.</remarks>
internal sealed class LinearRegion
{
    // Lengths are of the order of one here, the radius of the trust region.
    private const double Tolerance = 1e-11;
    private const double DependentBelow = 1e-14;

    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly List<(Vector<double> Normal, double Value, double Slack)> _rows = [];

    /// <summary>Defines the region.</summary>
    /// <param name="functions">Slope and value at 0 of each linear function.</param>
    /// <param name="lower">Lower bounds, not above 0; may be infinite.</param>
    /// <param name="upper">Upper bounds, not below 0; may be infinite.</param>
    public LinearRegion(IReadOnlyList<(double[] Slope, double Value)> functions, double[] lower, double[] upper)
    {
        (_lower, _upper) = (lower, upper);
        foreach (var (slope, value) in functions)
        {
            var (normal, length) = (Vector<double>.Build.Dense(slope), Math.Sqrt(slope.Sum(x => x * x)));
            if (length > 0)
                _rows.Add((normal / length, value / length, 1 / length));
            else
                SmallestSlack = Math.Max(SmallestSlack, -value);
        }

        if (_rows.Count == 0)
            return;
        for (var i = 0; i < lower.Length; i++)
        {
            AddBound(i, 1, -lower[i]);
            AddBound(i, -1, upper[i]);
        }
    }

    /// <summary>The slack without which functions that are constant would be negative; 0 if there are none.</summary>
    public double SmallestSlack { get; }

    /// <summary>The point of the region that is nearest to another; null if the region is empty.</summary>
    /// <param name="target">The other point.</param>
    /// <param name="slack">Added to all functions.</param>
    public Vector<double>? Nearest(Vector<double> target, double slack)
    {
        var x = target.Clone();
        if (_rows.Count == 0)
            return x.MapIndexed((i, value) => Math.Clamp(value, _lower[i], _upper[i]));
        var active = new List<(int Row, double Multiplier)>();
        for (var round = 0; round < 10 * (_rows.Count + x.Count); round++)
        {
            var worst = Enumerable.Range(0, _rows.Count).MinBy(row => Value(row, x, slack));
            if (Value(worst, x, slack) >= -Tolerance)
                return x;
            if (!Activate(worst, x, slack, active))
                return null;
        }

        // Only rounding errors lead here. To call the region empty does no harm: the caller then goes less far.
        return null;
    }

    private void AddBound(int coordinate, double direction, double distance)
    {
        Debug.Assert(distance >= 0, "The origin lies between the bounds.");
        if (double.IsFinite(distance))
            _rows.Add((Vector<double>.Build.Dense(_lower.Length, i => i == coordinate ? direction : 0), distance, 0));
    }

    private double Value(int row, Vector<double> x, double slack) =>
        _rows[row].Normal.DotProduct(x) + _rows[row].Value + slack * _rows[row].Slack;

    // Moves x onto a violated row while it stays on the active ones, of which those are given up that would hold it back.
    // False if that is impossible, so that the region is empty.
    private bool Activate(int violated, Vector<double> x, double slack, List<(int Row, double Multiplier)> active)
    {
        var multiplier = 0.0;
        while (true)
        {
            var (direction, shares) = Decompose(_rows[violated].Normal, active);
            var square = direction.DotProduct(direction);
            var whole = square > DependentBelow ? -Value(violated, x, slack) / square : double.PositiveInfinity;
            var (part, leaving) = (double.PositiveInfinity, -1);
            for (var i = 0; i < active.Count; i++)
            {
                if (shares[i] > Tolerance && active[i].Multiplier / shares[i] < part)
                    (part, leaving) = (active[i].Multiplier / shares[i], i);
            }

            var step = Math.Min(whole, part);
            if (double.IsPositiveInfinity(step))
                return false;
            if (square > DependentBelow)
                x.Add(direction * step, x);
            multiplier += step;
            for (var i = 0; i < active.Count; i++)
                active[i] = (active[i].Row, active[i].Multiplier - step * shares[i]);
            if (whole <= part)
            {
                active.Add((violated, multiplier));
                return true;
            }

            active.RemoveAt(leaving);
        }
    }

    // A normal's part at right angles to those of the active rows, and its shares of these.
    private (Vector<double> Direction, Vector<double> Shares) Decompose(Vector<double> normal, List<(int Row, double Multiplier)> active)
    {
        if (active.Count == 0)
            return (normal, normal);
        var normals = Matrix<double>.Build.DenseOfColumnVectors(active.Select(row => _rows[row.Row].Normal));
        var shares = normals.QR(QRMethod.Thin).Solve(normal);
        return (normal - normals * shares, shares);
    }
}
