using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Predicts the residuals at a point of the unit cube, and from them the loss: a Gaussian process for the score along each principal direction. Mutable.</summary>
/// <remarks>
/// The squared loss is the sum of the squared scores and of a small remainder, so its mean and variance follow from those of the scores.
/// The idea of emulating what a loss is composed of: R. Astudillo, P. Frazier, Bayesian optimization of composite functions, ICML 2019.
/// </remarks>
internal sealed class WaveformModel
{
    private readonly List<double[]> _directions;
    private readonly Score[] _scores;
    private readonly double[] _meanSlope;
    private readonly double[] _varianceSlope;
    private double _remainder;

    private WaveformModel(List<double[]> directions, Score[] scores, int dimension)
    {
        (_directions, _scores) = (directions, scores);
        (_meanSlope, _varianceSlope) = (new double[dimension], new double[dimension]);
    }

    /// <summary>The parameters of the scores' processes, for the next model to begin with.</summary>
    public ImmutableArray<CovarianceParameters> Parameters => [.. _scores.Select(score => score.Process.Parameters)];

    /// <summary>Number of points it was told.</summary>
    public int Count => _scores[0].Process.Count;

    /// <summary>Fits a model.</summary>
    /// <param name="values">Points with residuals, at least two, not all the same.</param>
    /// <param name="settings">What part of the residuals is to be held.</param>
    /// <param name="earlier">Parameters of the model before this one; empty if there was none.</param>
    public static WaveformModel Fit(IReadOnlyList<PointValue> values, WaveformGp settings, ImmutableArray<CovarianceParameters> earlier)
    {
        double[][] rows = [.. values.Select(value => value.Residuals.ToArray())];
        double[][] points = [.. values.Select(value => value.Point.ToArray())];
        var directions = PrincipalDirections.Find(rows, settings.VarianceHeld, settings.MostDirections);
        var scores = directions.Select((direction, k) => Score.Fit(
            points, [.. rows.Select(row => RowMath.Dot(direction, row))], k < earlier.Length ? [earlier[k]] : []));
        var model = new WaveformModel(directions, [.. scores], points[0].Length);
        var remainders = values.OrderBy(value => value.Loss).Take(Math.Max(1, values.Count / 4)).Select(model.RemainderOf);
        model._remainder = remainders.Average();
        return model;
    }

    /// <summary>Appends an evaluated point. A point that rounding makes indistinguishable from an earlier one is passed over.</summary>
    public void Append(PointValue value)
    {
        var row = value.Residuals.ToArray();
        for (var k = 0; k < _scores.Length; k++)
            _scores[k].Append(value.Point.AsSpan(), RowMath.Dot(_directions[k], row));
    }

    /// <summary>Appends a point as if it had the value that is predicted there: the predictions remain, but no more is to be learned there.</summary>
    public void Believe(ReadOnlySpan<double> point)
    {
        foreach (var score in _scores)
            score.Append(point, score.Predict(point).Mean);
    }

    /// <summary>Takes the last points away again.</summary>
    /// <param name="count">Number of points to be kept.</param>
    public void Truncate(int count)
    {
        foreach (var score in _scores)
            score.Process.Truncate(count);
    }

    /// <summary>Mean and standard deviation of the loss at a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="meanSlope">Receives the derivatives of the mean; empty if they are not wanted.</param>
    /// <param name="deviationSlope">Receives the derivatives of the deviation; empty if they are not wanted.</param>
    /// <remarks>The loss is taken as normal with such a mean and deviation that its square has the mean and the variance of the sum of squares.</remarks>
    public (double Mean, double Deviation) Predict(ReadOnlySpan<double> point, Span<double> meanSlope, Span<double> deviationSlope)
    {
        // The slopes hold those of the square's mean and variance until the end.
        meanSlope.Clear();
        deviationSlope.Clear();
        var (square, variance) = (_remainder, 0.0);
        foreach (var score in _scores)
        {
            var (m, v) = meanSlope.IsEmpty ? score.Predict(point) : score.Predict(point, _meanSlope, _varianceSlope);
            square += m * m + v;
            variance += 2 * v * v + 4 * m * m * v;
            RowMath.AddScaled(2 * m, _meanSlope.AsSpan(0, meanSlope.Length), meanSlope);
            RowMath.AddScaled(1, _varianceSlope.AsSpan(0, meanSlope.Length), meanSlope);
            RowMath.AddScaled(8 * m * v, _meanSlope.AsSpan(0, meanSlope.Length), deviationSlope);
            RowMath.AddScaled(4 * (v + m * m), _varianceSlope.AsSpan(0, meanSlope.Length), deviationSlope);
        }

        variance = Math.Max(variance, 1e-20 * square * square + double.Epsilon);
        var mean = Math.Sqrt(Math.Sqrt(Math.Max(0, square * square - 0.5 * variance)));
        var deviation = Math.Sqrt(0.5 * variance / (square + mean * mean));
        for (var j = 0; j < meanSlope.Length; j++)
        {
            var (bySquare, byVariance) = (meanSlope[j], deviationSlope[j]);
            meanSlope[j] = (2 * square * bySquare - 0.5 * byVariance) / (4 * Math.Max(mean * mean * mean, 1e-30));
            deviationSlope[j] = (bySquare - 2 * mean * meanSlope[j]) / (2 * deviation);
        }

        return (mean, deviation);
    }

    private double RemainderOf(PointValue value)
    {
        var row = value.Residuals.ToArray();
        return Math.Max(0, RowMath.Dot(row, row) - _directions.Sum(direction => Math.Pow(RowMath.Dot(direction, row), 2)));
    }

    private sealed class Score(GaussianProcess process, double mean, double scale)
    {
        public GaussianProcess Process => process;

        public static Score Fit(double[][] points, double[] values, CovarianceParameters[] starts)
        {
            var mean = values.Average();
            var scale = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            scale = scale > 0 ? scale : 1;
            double[] targets = [.. values.Select(value => (value - mean) / scale)];
            var fit = new MarginalLikelihoodFit();
            var parameters = fit.Run(CovarianceShape.Matern52, points, targets, starts.Length > 0 ? starts : fit.Starts(points[0].Length));
            return new Score(GaussianProcess.TryCreate(CovarianceShape.Matern52, parameters, points, targets)!, mean, scale);
        }

        public void Append(ReadOnlySpan<double> point, double value) => process.TryAppend(point, (value - mean) / scale);

        public (double Mean, double Variance) Predict(ReadOnlySpan<double> point)
        {
            var (m, v) = process.Predict(point);
            return (mean + scale * m, scale * scale * (v + process.Parameters.NoiseVariance));
        }

        public (double Mean, double Variance) Predict(ReadOnlySpan<double> point, Span<double> meanSlope, Span<double> varianceSlope)
        {
            var (m, v) = process.Predict(point, meanSlope, varianceSlope);
            for (var j = 0; j < meanSlope.Length; j++)
                (meanSlope[j], varianceSlope[j]) = (scale * meanSlope[j], scale * scale * varianceSlope[j]);
            return (mean + scale * m, scale * scale * (v + process.Parameters.NoiseVariance));
        }
    }
}
