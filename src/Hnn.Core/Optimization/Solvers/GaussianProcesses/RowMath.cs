using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Sums over rows of numbers, four at a time and in a fixed order: the same bits on every machine.</summary>
internal static class RowMath
{
    /// <summary>The sum of products of two rows of the same length.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector256<double>>(y);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + 1 < wideX.Length; i += 2)
        {
            even = Vector256.FusedMultiplyAdd(wideX[i], wideY[i], even);
            odd = Vector256.FusedMultiplyAdd(wideX[i + 1], wideY[i + 1], odd);
        }

        if (i < wideX.Length)
            even = Vector256.FusedMultiplyAdd(wideX[i], wideY[i], even);
        var sum = Vector256.Sum(even + odd);
        for (i = 4 * wideX.Length; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    /// <summary>Adds a multiple of <paramref name="x"/> to <paramref name="sum"/>, which is at least as long.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> x, Span<double> sum)
    {
        var wideX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var wideSum = MemoryMarshal.Cast<double, Vector256<double>>(sum);
        var wideFactor = Vector256.Create(factor);
        for (var i = 0; i < wideX.Length; i++)
            wideSum[i] = Vector256.FusedMultiplyAdd(wideFactor, wideX[i], wideSum[i]);
        for (var i = 4 * wideX.Length; i < x.Length; i++)
            sum[i] += factor * x[i];
    }

    /// <summary>The sum of weights times squared distances of the values from a center.</summary>
    public static double WeightedSquares(ReadOnlySpan<double> weights, ReadOnlySpan<double> values, double center)
    {
        var wideWeights = MemoryMarshal.Cast<double, Vector256<double>>(weights);
        var wideValues = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var (wideSum, wideCenter) = (Vector256<double>.Zero, Vector256.Create(center));
        for (var i = 0; i < wideWeights.Length; i++)
        {
            var step = wideValues[i] - wideCenter;
            wideSum = Vector256.FusedMultiplyAdd(wideWeights[i] * step, step, wideSum);
        }

        var sum = Vector256.Sum(wideSum);
        for (var i = 4 * wideWeights.Length; i < weights.Length; i++)
            sum += weights[i] * (values[i] - center) * (values[i] - center);
        return sum;
    }
}
