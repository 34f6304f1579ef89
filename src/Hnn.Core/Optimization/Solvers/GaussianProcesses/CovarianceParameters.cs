using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>The parameters of a Gaussian process of zero mean. Immutable.</summary>
/// <param name="LengthScales">Length scale of each coordinate. Shape: [dimension], positive.</param>
/// <param name="SignalVariance">Variance of the smooth function. Positive.</param>
/// <param name="NoiseVariance">Variance of what is rough or random on top of it. Not negative.</param>
internal sealed record CovarianceParameters(ImmutableArray<double> LengthScales, double SignalVariance, double NoiseVariance)
{
    /// <summary>The natural logarithms: length scales, signal variance, noise variance. Shape: [dimension + 2].</summary>
    public double[] ToLogarithms() => [.. LengthScales.Select(Math.Log), Math.Log(SignalVariance), Math.Log(NoiseVariance)];

    /// <summary>The parameters with these natural logarithms, in the same order.</summary>
    public static CovarianceParameters FromLogarithms(ReadOnlySpan<double> logarithms)
    {
        var values = logarithms.ToArray().Select(Math.Exp).ToArray();
        return new CovarianceParameters([.. values[..^2]], values[^2], values[^1]);
    }
}
