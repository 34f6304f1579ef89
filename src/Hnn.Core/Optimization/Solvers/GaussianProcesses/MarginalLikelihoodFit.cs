namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Finds the parameters of a Gaussian process that are most probable for given values, which are expected to have mean 0 and variance near 1 on the unit cube.</summary>
/// <remarks>
/// Log-normal priors keep few data from over-fitting: without evidence a coordinate is of little influence, and the function is nearly smooth.
/// Such long scales at the start follow C. Hvarfner et al., Vanilla Bayesian optimization performs great in high dimensions, ICML 2024.
/// </remarks>
internal sealed record MarginalLikelihoodFit
{
    private static readonly (double Low, double High) s_lengths = (0.05, 50), s_signal = (0.05, 1000), s_noise = (1e-7, 1);

    /// <summary>Median and logarithmic standard deviation of the prior of a length scale.</summary>
    public (double Median, double Spread) LengthScale { get; init; } = (3, 1.2);

    /// <summary>Median and logarithmic standard deviation of the prior of the signal variance.</summary>
    public (double Median, double Spread) Signal { get; init; } = (3, 1.5);

    /// <summary>Median and logarithmic standard deviation of the prior of the noise variance.</summary>
    public (double Median, double Spread) Noise { get; init; } = (1e-3, 2);

    /// <summary>Most iterations of each descent. Default: 40.</summary>
    public int Iterations { get; init; } = 40;

    /// <summary>The parameters of highest posterior density, as far as descents from the given starts find them.</summary>
    /// <param name="shape">Shape of the covariance.</param>
    /// <param name="points">The points. Shape: [points][dimension].</param>
    /// <param name="targets">The values. Shape: [points].</param>
    /// <param name="starts">Where the descents begin; at least one.</param>
    public CovarianceParameters Run(
        CovarianceShape shape, IReadOnlyList<double[]> points, IReadOnlyList<double> targets, IEnumerable<CovarianceParameters> starts)
    {
        var dimension = points[0].Length;
        double[] low = [.. Enumerable.Repeat(Math.Log(s_lengths.Low), dimension), Math.Log(s_signal.Low), Math.Log(s_noise.Low)];
        double[] high = [.. Enumerable.Repeat(Math.Log(s_lengths.High), dimension), Math.Log(s_signal.High), Math.Log(s_noise.High)];
        var (best, bestValue) = (Array.Empty<double>(), double.PositiveInfinity);
        foreach (var start in starts)
        {
            var (point, value) = BoundedQuasiNewton.Minimize(
                (x, gradient) => Deficit(shape, points, targets, x, gradient), start.ToLogarithms(), low, high, Iterations, tolerance: 1e-5);
            if (best.Length == 0 || value < bestValue)
                (best, bestValue) = (point, value);
        }

        return CovarianceParameters.FromLogarithms(best);
    }

    /// <summary>Parameters to begin with, from general to specific: the medians of the priors, and the same with other length scales.</summary>
    public IEnumerable<CovarianceParameters> Starts(int dimension) =>
        new[] { 1, 0.25 }.Select(factor => new CovarianceParameters(
            [.. Enumerable.Repeat(factor * LengthScale.Median, dimension)], factor * Signal.Median, Noise.Median));

    private double Deficit(
        CovarianceShape shape, IReadOnlyList<double[]> points, IReadOnlyList<double> targets, ReadOnlySpan<double> logarithms, Span<double> gradient)
    {
        var process = GaussianProcess.TryCreate(shape, CovarianceParameters.FromLogarithms(logarithms), points, targets);
        if (process is null)
            return double.PositiveInfinity;
        var deficit = -process.LogMarginalLikelihood;
        if (!gradient.IsEmpty)
            process.LogMarginalLikelihoodGradient().CopyTo(gradient);
        for (var i = 0; i < logarithms.Length; i++)
        {
            var (median, spread) = i < logarithms.Length - 2 ? LengthScale : i == logarithms.Length - 2 ? Signal : Noise;
            var z = (logarithms[i] - Math.Log(median)) / spread;
            deficit += 0.5 * z * z;
            if (!gradient.IsEmpty)
                gradient[i] = -gradient[i] + z / spread;
        }

        return deficit;
    }
}
