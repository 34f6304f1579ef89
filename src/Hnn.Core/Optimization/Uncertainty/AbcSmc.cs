using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>
/// Approximate Bayesian computation by sequential Monte Carlo: populations of points with ever smaller losses, from a uniform prior on the cube.
/// The likelihood is replaced by the rule that the loss is at most a tolerance; the tolerance of each population follows from the one before.
/// </summary>
/// <remarks>
/// The result is the posterior for data known only up to that tolerance: with a deterministic evaluator it is uniform on the points that fit as well,
/// with one that adds the noise of the measurement it tends to the true posterior as the tolerance falls.
/// Sources: T. Toni et al., J. R. Soc. Interface 6 (2009); M. A. Beaumont et al., Biometrika 96 (2009); adaptive tolerance: P. Del Moral, A. Doucet, A. Jasra, Statistics and Computing 22 (2012).
/// </remarks>
public static class AbcSmc
{
    /// <summary>Samples a posterior. Returns the last complete population when the budget is used up or the caller cancels; where there is none, what the prior has given so far.</summary>
    /// <param name="evaluator">Evaluates the points; may add random noise. Points whose loss is not finite are never particles.</param>
    /// <param name="names">A name for each coordinate.</param>
    /// <param name="options">How, and how long; null for <see cref="AbcOptions.Default"/>.</param>
    /// <param name="progress">Is told the fraction of the budget that is used, from 0 to 1.</param>
    /// <param name="cancellation">Ends sampling between batches.</param>
    /// <exception cref="ArgumentException">An option or name does not fit.</exception>
    public static AbcPosterior Sample(
        PointEvaluator evaluator,
        ImmutableArray<string> names,
        AbcOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        options ??= AbcOptions.Default;
        options.Check();
        ParameterNames.Check(names);
        var run = new AbcRun(names.Length, options, new PointBatches(evaluator, options.Budget, progress, cancellation));
        AbcStop stop;
        try
        {
            stop = run.Sample();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            stop = AbcStop.Canceled;
        }

        return run.Result(names, stop);
    }
}
