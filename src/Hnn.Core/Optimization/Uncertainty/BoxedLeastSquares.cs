using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>
/// A small Levenberg–Marquardt method on the unit cube, for profiles: a forward difference with a wide step in each coordinate, then trial steps with
/// several dampings at once, of which the best is taken. Coordinates that a step would push out of the cube stay on its face for that step.
/// </summary>
/// <remarks>A round that gains less than 0.1 % of the loss is followed by one with finer steps, or ends the method if the steps are fine already. Works with no coordinate at all: the start is evaluated then. Source of the damping: D. W. Marquardt, SIAM Journal 11 (1963).</remarks>
internal sealed class BoxedLeastSquares(ImmutableArray<double> start, double step) : ISolverRun
{
    private const double SmallestGain = 1e-3;
    private const double Refinement = 0.2;

    // Relative to the largest squared column of the Jacobian; the first is as good as none.
    private static readonly double[] Dampings = [1e-10, 1e-3, 1e-2, 1e-1, 1];

    private enum Stage { Start, Differences, Trials, End }

    private readonly int _dimension = start.Length;
    private Stage _stage = Stage.Start;
    private bool _isFine;
    private PointValue _best = new(start, double.PositiveInfinity, []);
    private ImmutableArray<double>[] _asked = [];

    public IReadOnlyList<ImmutableArray<double>> Ask(int limit)
    {
        if (_stage == Stage.End)
            return [];
        if (_stage == Stage.Start)
            _asked = [start];
        if (_asked.Length > limit)
            (_asked, _stage) = (_asked[..limit], Stage.End);
        return _asked;
    }

    public void Tell(IReadOnlyList<PointValue> values)
    {
        var before = _best;
        _best = values.Append(_best).MinBy(value => value.Loss)!;
        var gains = _best.Loss < (1 - SmallestGain) * before.Loss;
        if (_stage == Stage.Start || (_stage == Stage.Trials && gains))
            AskDifferences(_isFine);
        else if (_stage == Stage.Differences)
            AskTrials(before, values);
        else if (_stage == Stage.Trials && !_isFine)
            AskDifferences(isFine: true);
        else
            _stage = Stage.End;
    }

    private void AskDifferences(bool isFine)
    {
        _isFine = isFine;
        var width = isFine ? step * Refinement : step;
        _stage = _best.IsFinite && _dimension > 0 ? Stage.Differences : Stage.End;
        _asked = [.. Enumerable.Range(0, _dimension).Select(i => _best.Point.SetItem(i, _best.Point[i] + (_best.Point[i] + width <= 1 ? width : -width)))];
    }

    // The Jacobian is taken at the point the differences were made from, the trial steps too, even if a difference was better than it.
    private void AskTrials(PointValue origin, IReadOnlyList<PointValue> values)
    {
        var jacobian = Matrix<double>.Build.Dense(origin.Residuals.Length, _dimension, (row, column) =>
            values[column].IsFinite ? (values[column].Residuals[row] - origin.Residuals[row]) / (_asked[column][column] - origin.Point[column]) : 0);
        var curvature = jacobian.TransposeThisAndMultiply(jacobian);
        var descent = -jacobian.TransposeThisAndMultiply(Vector<double>.Build.DenseOfEnumerable(origin.Residuals));
        var scale = curvature.Diagonal().Maximum();
        _stage = scale > 0 ? Stage.Trials : Stage.End;
        _asked = scale > 0 ? [.. Dampings.Select(damping => Trial(origin.Point, curvature, descent, damping * scale))] : [];
    }

    private static ImmutableArray<double> Trial(ImmutableArray<double> point, Matrix<double> curvature, Vector<double> descent, double damping)
    {
        var free = Enumerable.Range(0, point.Length).ToList();
        while (free.Count > 0)
        {
            var square = Matrix<double>.Build.Dense(free.Count, free.Count, (i, j) => curvature[free[i], free[j]] + (i == j ? damping : 0));
            var move = square.Cholesky().Solve(Vector<double>.Build.Dense(free.Count, i => descent[free[i]]));
            var outward = free.Where((coordinate, i) => (point[coordinate] <= 0 && move[i] < 0) || (point[coordinate] >= 1 && move[i] > 0)).ToList();
            if (outward.Count == 0)
                return [.. point.Select((x, i) => free.IndexOf(i) is >= 0 and var k ? Math.Clamp(x + move[k], 0, 1) : x)];
            free.RemoveAll(outward.Contains);
        }

        return point;
    }
}
