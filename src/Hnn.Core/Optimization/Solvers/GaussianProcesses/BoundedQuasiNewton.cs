namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Minimisation of a smooth function of a few variables within bounds: BFGS on the variables that are free, steps projected on the box.</summary>
/// <remarks>
/// After D. P. Bertsekas, SIAM J. Control Optim. 20 (1982) 221: a variable at a bound whose slope points outwards stays there.
/// Written here because Math.NET's bounded BFGS throws where its line search finds nothing.
/// </remarks>
internal sealed class BoundedQuasiNewton
{
    private const double SufficientDecrease = 1e-4;
    private const int LongestLineSearch = 12;

    private readonly DifferentiableFunction _function;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[,] _inverseHessian;
    private double[] _point;
    private double[] _gradient;
    private double _value;
    private bool _isFresh;

    private BoundedQuasiNewton(DifferentiableFunction function, double[] start, double[] low, double[] high)
    {
        (_function, _low, _high) = (function, low, high);
        _point = [.. start.Select((value, i) => Math.Clamp(value, low[i], high[i]))];
        _gradient = new double[start.Length];
        _value = function(_point, _gradient);
        _inverseHessian = new double[start.Length, start.Length];
        Reset(1);
    }

    /// <summary>Looks for a local minimum.</summary>
    /// <param name="function">The function.</param>
    /// <param name="start">Where to begin; moved into the box.</param>
    /// <param name="low">Lower bounds.</param>
    /// <param name="high">Upper bounds.</param>
    /// <param name="iterations">Most steps taken.</param>
    /// <param name="tolerance">Decrease of one step, relative to 1 or the value, below which it ends.</param>
    /// <returns>The best point found, each coordinate within its bounds, and the value there.</returns>
    public static (double[] Point, double Value) Minimize(
        DifferentiableFunction function, double[] start, double[] low, double[] high, int iterations, double tolerance = 1e-8)
    {
        var search = new BoundedQuasiNewton(function, start, low, high);
        for (var i = 0; i < iterations; i++)
        {
            var before = search._value;
            if (!double.IsFinite(before) || !search.TryStep())
                break;
            if (before - search._value <= tolerance * Math.Max(1, Math.Abs(before)))
                break;
        }

        return (search._point, search._value);
    }

    private bool TryStep()
    {
        while (true)
        {
            var direction = Direction();
            if (RowMath.Dot(direction, _gradient) < 0 && TryLine(direction))
                return true;
            if (_isFresh)
                return false;
            Reset(1);
        }
    }

    private double[] Direction()
    {
        var n = _point.Length;
        var direction = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n && IsFree(i); j++)
                direction[i] -= IsFree(j) ? _inverseHessian[i, j] * _gradient[j] : 0;
        }

        // No step is longer than half the box, the first after a restart no longer than a tenth.
        var longest = direction.Select((step, i) => Math.Abs(step) / (_high[i] - _low[i])).Max() / (_isFresh ? 0.1 : 0.5);
        return longest > 1 ? [.. direction.Select(step => step / longest)] : direction;
    }

    private bool IsFree(int i) => !((_point[i] <= _low[i] && _gradient[i] > 0) || (_point[i] >= _high[i] && _gradient[i] < 0)) && _high[i] > _low[i];

    private bool TryLine(double[] direction)
    {
        var n = _point.Length;
        var (next, nextGradient, moved) = (new double[n], new double[n], new double[n]);
        var length = 1.0;
        for (var trial = 0; trial < LongestLineSearch; trial++)
        {
            for (var i = 0; i < n; i++)
            {
                next[i] = Math.Clamp(_point[i] + length * direction[i], _low[i], _high[i]);
                moved[i] = next[i] - _point[i];
            }

            var slope = RowMath.Dot(moved, _gradient);
            var value = _function(next, nextGradient);
            if (slope < 0 && value <= _value + SufficientDecrease * slope)
            {
                Learn(moved, [.. nextGradient.Zip(_gradient, (after, before) => after - before)]);
                (_point, _gradient, _value) = (next, nextGradient, value);
                return true;
            }

            // The minimum of the parabola through both values and the slope, kept between a tenth and a half.
            var curvature = value - _value - slope;
            length *= double.IsFinite(curvature) && curvature > 0 ? Math.Clamp(-0.5 * slope / curvature, 0.1, 0.5) : 0.25;
        }

        return false;
    }

    private void Learn(double[] step, double[] change)
    {
        var n = step.Length;
        var (product, square) = (RowMath.Dot(step, change), RowMath.Dot(change, change));
        if (!(product > 1e-10 * Math.Sqrt(square * RowMath.Dot(step, step))))
            return;
        if (_isFresh)
            Reset(product / square);
        _isFresh = false;
        var image = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                image[i] += _inverseHessian[i, j] * change[j];
        }

        var factor = (1 + RowMath.Dot(change, image) / product) / product;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                _inverseHessian[i, j] += factor * step[i] * step[j] - (step[i] * image[j] + image[i] * step[j]) / product;
        }
    }

    private void Reset(double diagonal)
    {
        Array.Clear(_inverseHessian);
        for (var i = 0; i < _point.Length; i++)
            _inverseHessian[i, i] = diagonal;
        _isFresh = true;
    }
}
