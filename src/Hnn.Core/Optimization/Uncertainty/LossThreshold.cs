using Hnn.Core.Optimization.Solvers;
using MathNet.Numerics.Distributions;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>The loss up to which a fit counts as compatible with the data: threshold² = factor · best² + added.</summary>
/// <param name="Factor">At least 1.</param>
/// <param name="Added">Not negative.</param>
/// <param name="Confidence">Confidence of the limits it gives; null if it is a mere tolerance.</param>
/// <remarks>
/// With independent Gaussian noise of variance v the log likelihood is -loss² / (2 v); it falls by half the quantile of chi² with one degree
/// of freedom where loss² has risen by v times that quantile (D. J. Venzon, S. H. Moolgavkar, Applied Statistics 37, 1988).
/// </remarks>
internal sealed record LossThreshold(double Factor, double Added, double? Confidence)
{
    /// <summary>The rule that options and a best fit call for.</summary>
    public static LossThreshold Of(ProfileOptions options, PointValue best)
    {
        var quantile = ChiSquared.InvCDF(1, options.Confidence);
        if (options.NoiseVariance is { } variance)
            return new LossThreshold(1, variance * quantile, options.Confidence);
        var (observations, parameters) = (options.Observations ?? best.Residuals.Length, best.Point.Length);
        if (observations == 0)
            return new LossThreshold(options.Tolerance * options.Tolerance, 0, null);
        return observations > parameters
            ? new LossThreshold(1 + quantile / (observations - parameters), 0, options.Confidence)
            : throw new ArgumentException($"{observations} observations leave no estimate of the noise with {parameters} parameters. Pass more observations, or the noise by {nameof(ProfileOptions.NoiseVariance)}.", nameof(options));
    }

    /// <summary>The threshold that belongs to a best loss.</summary>
    public double At(double best) => Math.Max(best, Math.Sqrt(Factor * best * best + Added));
}
