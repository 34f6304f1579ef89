using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Covariances of one point with all points of a table.</summary>
internal static class Covariance
{
    /// <summary>Computes covariances k and slopes g, where dk/dxⱼ = -g (xⱼ - Xⱼ) / lengthⱼ².</summary>
    /// <param name="shape">How the covariance falls with the distance.</param>
    /// <param name="parameters">Length scales and signal variance; noise is not added.</param>
    /// <param name="table">The points X.</param>
    /// <param name="point">The point x.</param>
    /// <param name="covariances">Receives k. Length: the table's padded count.</param>
    /// <param name="slopes">Receives g. Length: the table's padded count.</param>
    public static void Fill(
        CovarianceShape shape, CovarianceParameters parameters, PointTable table, ReadOnlySpan<double> point, Span<double> covariances, Span<double> slopes)
    {
        var k = MemoryMarshal.Cast<double, Vector256<double>>(covariances);
        var g = MemoryMarshal.Cast<double, Vector256<double>>(slopes);
        k.Clear();
        for (var j = 0; j < point.Length; j++)
        {
            var coordinate = MemoryMarshal.Cast<double, Vector256<double>>(table.Coordinate(j));
            var (x, inverse) = (Vector256.Create(point[j]), Vector256.Create(1 / parameters.LengthScales[j]));
            for (var i = 0; i < coordinate.Length; i++)
            {
                var step = (x - coordinate[i]) * inverse;
                k[i] = Vector256.FusedMultiplyAdd(step, step, k[i]);
            }
        }

        var variance = Vector256.Create(parameters.SignalVariance);
        for (var i = 0; i < k.Length; i++)
            (k[i], g[i]) = shape == CovarianceShape.Matern52 ? Matern52(k[i], variance) : SquaredExponential(k[i], variance);
    }

    private static (Vector256<double> Covariance, Vector256<double> Slope) Matern52(Vector256<double> squaredDistance, Vector256<double> variance)
    {
        var distance = Vector256.Sqrt(5 * squaredDistance);
        var fall = variance * Vector256.Exp(-distance);
        var slope = (Vector256<double>.One + distance) * fall;
        return (Vector256.FusedMultiplyAdd(5.0 / 3 * squaredDistance, fall, slope), 5.0 / 3 * slope);
    }

    private static (Vector256<double> Covariance, Vector256<double> Slope) SquaredExponential(Vector256<double> squaredDistance, Vector256<double> variance)
    {
        var covariance = variance * Vector256.Exp(-0.5 * squaredDistance);
        return (covariance, covariance);
    }
}
