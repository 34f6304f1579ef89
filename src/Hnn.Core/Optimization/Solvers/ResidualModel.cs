using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>Residuals as a linear function of the point: a Jacobian that is learnt from evaluated points. Mutable.</summary>
/// <param name="dimension">Number of coordinates.</param>
/// <param name="residuals">Number of residuals.</param>
internal sealed class ResidualModel(int dimension, int residuals)
{
    // In units of the difference step: samples further away do not take part in the regression.
    private const double Reach = 4;

    // Weight of the old Jacobian against one sample; it decides only where no sample tells anything.
    private const double Inertia = 1e-9;

    /// <summary>Change of each residual along each coordinate. Shape: [residuals, dimension].</summary>
    public Matrix<double> Jacobian { get; private set; } = Matrix<double>.Build.Dense(residuals, dimension);

    /// <summary>Fits the Jacobian to all samples near a point. Directions along which there are none keep their old values.</summary>
    /// <param name="center">The point.</param>
    /// <param name="samples">All evaluated points; those that are far away, failed or are the center itself are ignored.</param>
    /// <param name="step">The distance at which a sample tells most, in units of the cube.</param>
    /// <remarks>
    /// A sample at t steps weighs 1 / (1 + t^4): roughness makes an error that does not depend on t, curvature one that
    /// grows as t squared, and at t = 1 both are taken to be equal.
    /// </remarks>
    public void Regress(PointValue center, IEnumerable<PointValue> samples, double step)
    {
        var near = samples
            .Where(sample => sample.Residuals.Length == residuals)
            .Select(sample => (Sample: sample, Distance: Distance(sample.Point, center.Point) / step))
            .Where(pair => pair.Distance is > 0 and <= Reach)
            .ToList();
        if (near.Count == 0)
            return;
        var offsets = Matrix<double>.Build.Dense(dimension, near.Count, (i, k) => (near[k].Sample.Point[i] - center.Point[i]) / step);
        var errors = Matrix<double>.Build.Dense(residuals, near.Count, (i, k) => near[k].Sample.Residuals[i] - center.Residuals[i]) - Jacobian * step * offsets;
        var weighted = Matrix<double>.Build.Dense(dimension, near.Count, (i, k) => offsets[i, k] / (1 + Math.Pow(near[k].Distance, 4)));
        var information = weighted.TransposeAndMultiply(offsets) + Matrix<double>.Build.DenseIdentity(dimension) * Inertia;
        Jacobian += information.Cholesky().Solve(weighted.TransposeAndMultiply(errors)).Transpose() / step;
    }

    /// <summary>The least change of the Jacobian after which it tells the difference between two points (Broyden 1965).</summary>
    public void Learn(PointValue from, PointValue to)
    {
        if (from.Residuals.Length != residuals || to.Residuals.Length != residuals)
            return;
        var offset = Vector<double>.Build.Dense(dimension, i => to.Point[i] - from.Point[i]);
        var square = offset.DotProduct(offset);
        if (square == 0)
            return;
        var error = Vector<double>.Build.Dense(residuals, i => to.Residuals[i] - from.Residuals[i]) - Jacobian * offset;
        Jacobian += error.OuterProduct(offset / square);
    }

    /// <summary>The points of the cube at which the model has the least sum of squares plus damping times the squared distance.</summary>
    /// <param name="from">Where the residuals are known.</param>
    /// <param name="dampings">Dampings in units of the largest squared column of the Jacobian, ascending.</param>
    /// <returns>A point for each damping, without those that hardly differ from the one before or from where the step begins.</returns>
    public List<(ImmutableArray<double> Point, double Damping)> Minima(PointValue from, IEnumerable<double> dampings)
    {
        var gradient = Jacobian.TransposeThisAndMultiply(ResidualsOf(from)).ToArray();
        var curvature = Jacobian.TransposeThisAndMultiply(Jacobian);
        var scale = Math.Max(curvature.Diagonal().Maximum(), 1e-300);
        var (lower, upper) = (from.Point.Select(x => -x).ToArray(), from.Point.Select(x => 1 - x).ToArray());
        var minima = new List<(ImmutableArray<double> Point, double Damping)>();
        foreach (var damping in dampings)
        {
            var step = BoundedQuadratic.Minimize(curvature + Matrix<double>.Build.DenseDiagonal(dimension, dimension, damping * scale), gradient, lower, upper);
            ImmutableArray<double> point = [.. step.Select((move, i) => move == upper[i] ? 1 : Math.Clamp(from.Point[i] + move, 0, 1))];
            var length = Distance(point, from.Point);
            if (length > 0 && (minima.Count == 0 || Distance(point, minima[^1].Point) > 0.01 * length))
                minima.Add((point, damping));
        }

        return minima;
    }

    /// <summary>The loss that the model predicts.</summary>
    public double Predict(PointValue from, ImmutableArray<double> point) =>
        (ResidualsOf(from) + Jacobian * Vector<double>.Build.Dense(dimension, i => point[i] - from.Point[i])).L2Norm();

    /// <summary>Euclidean distance.</summary>
    public static double Distance(ImmutableArray<double> a, ImmutableArray<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Sqrt(sum);
    }

    private static Vector<double> ResidualsOf(PointValue value) => Vector<double>.Build.DenseOfEnumerable(value.Residuals);
}
