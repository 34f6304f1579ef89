namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Regression by a Gaussian process of zero mean with given parameters. Mutable: points can be appended.</summary>
/// <remarks>Formulas: C. E. Rasmussen, C. K. I. Williams, Gaussian Processes for Machine Learning, MIT Press 2006, chapters 2 and 5.</remarks>
internal sealed class GaussianProcess
{
    private readonly CovarianceShape _shape;
    private readonly PointTable _points;
    private readonly CholeskyFactor _factor = new();
    private readonly List<double> _targets = [];
    private double[] _weights = [];
    private double[] _covariances = [];
    private double[] _slopes = [];

    private GaussianProcess(CovarianceShape shape, CovarianceParameters parameters, int dimension) =>
        (_shape, Parameters, _points) = (shape, parameters, new PointTable(dimension));

    /// <summary>Length scales and variances.</summary>
    public CovarianceParameters Parameters { get; }

    /// <summary>Number of points it was told.</summary>
    public int Count => _factor.Count;

    /// <summary>Logarithm of the density of the targets.</summary>
    public double LogMarginalLikelihood =>
        -0.5 * (RowMath.Dot(_targets.ToArray(), _weights) + _factor.LogDeterminant + Count * Math.Log(2 * Math.PI));

    /// <summary>A process that knows the values of a function at some points; null where rounding leaves the covariance matrix not positive definite.</summary>
    /// <param name="shape">Shape of the covariance.</param>
    /// <param name="parameters">Length scales and variances.</param>
    /// <param name="points">The points. Shape: [points][dimension].</param>
    /// <param name="targets">The values. Shape: [points].</param>
    public static GaussianProcess? TryCreate(
        CovarianceShape shape, CovarianceParameters parameters, IReadOnlyList<double[]> points, IReadOnlyList<double> targets)
    {
        var process = new GaussianProcess(shape, parameters, parameters.LengthScales.Length);
        for (var i = 0; i < points.Count; i++)
        {
            if (!process.TryAppendPoint(points[i]))
                return null;
            process._targets.Add(targets[i]);
        }

        process.UpdateWeights();
        return process;
    }

    /// <summary>Tells another value.</summary>
    /// <returns>Whether it could be appended; if not, the process is as before.</returns>
    public bool TryAppend(ReadOnlySpan<double> point, double target)
    {
        if (!TryAppendPoint(point))
            return false;
        _targets.Add(target);
        UpdateWeights();
        return true;
    }

    /// <summary>Takes the last points away again.</summary>
    /// <param name="count">Number of points to be kept; where there are no more, nothing happens.</param>
    public void Truncate(int count)
    {
        if (count >= Count)
            return;
        _factor.Truncate(count);
        _points.Truncate(count);
        _targets.RemoveRange(count, _targets.Count - count);
        UpdateWeights();
    }

    /// <summary>Mean and variance of the smooth function at a point; the noise is not part of the variance.</summary>
    public (double Mean, double Variance) Predict(ReadOnlySpan<double> point)
    {
        Covariance.Fill(_shape, Parameters, _points, point, _covariances, _slopes);
        var k = _covariances.AsSpan(0, Count);
        var mean = RowMath.Dot(k, _weights);
        _factor.SolveLower(k);
        return (mean, Math.Max(0, Parameters.SignalVariance - RowMath.Dot(k, k)));
    }

    /// <summary>Mean and variance as <see cref="Predict(ReadOnlySpan{double})"/> gives them, and their derivatives by the coordinates.</summary>
    /// <param name="point">The point.</param>
    /// <param name="meanSlope">Receives the derivatives of the mean. Length: dimension.</param>
    /// <param name="varianceSlope">Receives the derivatives of the variance. Length: dimension.</param>
    public (double Mean, double Variance) Predict(ReadOnlySpan<double> point, Span<double> meanSlope, Span<double> varianceSlope)
    {
        Covariance.Fill(_shape, Parameters, _points, point, _covariances, _slopes);
        var k = _covariances.AsSpan(0, Count);
        var mean = RowMath.Dot(k, _weights);
        _factor.SolveLower(k);
        var variance = Math.Max(0, Parameters.SignalVariance - RowMath.Dot(k, k));
        _factor.SolveUpper(k);
        for (var j = 0; j < point.Length; j++)
        {
            var coordinate = _points.Coordinate(j);
            var (meanSum, varianceSum) = (0.0, 0.0);
            for (var i = 0; i < k.Length; i++)
            {
                var slope = _slopes[i] * (point[j] - coordinate[i]);
                meanSum += slope * _weights[i];
                varianceSum += slope * k[i];
            }

            var square = Parameters.LengthScales[j] * Parameters.LengthScales[j];
            (meanSlope[j], varianceSlope[j]) = (-meanSum / square, 2 * varianceSum / square);
        }

        return (mean, variance);
    }

    /// <summary>Derivatives of <see cref="LogMarginalLikelihood"/> by the logarithms of the parameters. Shape: [dimension + 2], in the order of <see cref="CovarianceParameters.ToLogarithms"/>.</summary>
    public double[] LogMarginalLikelihoodGradient()
    {
        var inverse = _factor.Inverse();
        var gradient = new double[_points.Dimension + 2];
        var point = new double[_points.Dimension];
        for (var i = 0; i < Count; i++)
        {
            _points.CopyTo(i, point);
            Covariance.Fill(_shape, Parameters, _points, point, _covariances, _slopes);
            var row = inverse[i];
            for (var l = 0; l < Count; l++)
                row[l] = _weights[i] * _weights[l] - row[l];
            gradient[^2] += 0.5 * RowMath.Dot(row, _covariances.AsSpan(0, Count));
            gradient[^1] += 0.5 * Parameters.NoiseVariance * row[i];
            for (var l = 0; l < Count; l++)
                row[l] *= _slopes[l];
            for (var j = 0; j < point.Length; j++)
                gradient[j] += 0.5 * RowMath.WeightedSquares(row, _points.Coordinate(j), point[j]) / (Parameters.LengthScales[j] * Parameters.LengthScales[j]);
        }

        return gradient;
    }

    private bool TryAppendPoint(ReadOnlySpan<double> point)
    {
        Covariance.Fill(_shape, Parameters, _points, point, _covariances, _slopes);
        if (!_factor.TryAppend(_covariances, Parameters.SignalVariance + Parameters.NoiseVariance))
            return false;
        _points.Add(point);
        if (_covariances.Length < _points.PaddedCount)
            (_covariances, _slopes) = (new double[_points.PaddedCount], new double[_points.PaddedCount]);
        return true;
    }

    private void UpdateWeights()
    {
        _weights = [.. _targets];
        _factor.SolveLower(_weights);
        _factor.SolveUpper(_weights);
    }
}
