using MathNet.Numerics;

namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>The logarithm of the expected improvement, of use also where the improvement itself is too small for a double.</summary>
/// <remarks>S. Ament et al., Unexpected improvements to expected improvement for Bayesian optimization, NeurIPS 2023.</remarks>
internal static class ExpectedImprovement
{
    private static readonly double s_logRootTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>log E[max(0, best - Y)] for a normal Y, and its derivatives by the mean and by the deviation.</summary>
    /// <param name="best">The smallest value so far.</param>
    /// <param name="mean">Mean of Y.</param>
    /// <param name="deviation">Standard deviation of Y. Positive.</param>
    public static (double Value, double ByMean, double ByDeviation) Logarithm(double best, double mean, double deviation)
    {
        var z = (best - mean) / deviation;
        if (z > 30)
            return (Math.Log(best - mean), -1 / (best - mean), 0);
        var ratio = MillsRatio(z);
        // E = deviation (density(z) + z cdf(z)); both terms are divided by the density.
        var relative = z > -10 ? 1 + z * ratio : TailOfOnePlusZRatio(z);
        var logDensity = -0.5 * z * z - s_logRootTwoPi;
        return (Math.Log(deviation) + logDensity + Math.Log(relative), -ratio / (deviation * relative), 1 / (deviation * relative));
    }

    // The normal distribution function divided by its density.
    private static double MillsRatio(double z) => z > -10
        ? 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2)) * Math.Exp(0.5 * z * z + s_logRootTwoPi)
        : (TailOfOnePlusZRatio(z) - 1) / z;

    // 1 + z ratio(z) = 1/z² - 3/z⁴ + 15/z⁶ - 105/z⁸ + … for z far below zero.
    private static double TailOfOnePlusZRatio(double z)
    {
        var w = 1 / (z * z);
        return w * (1 - 3 * w * (1 - 5 * w * (1 - 7 * w * (1 - 9 * w * (1 - 11 * w)))));
    }
}
