using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Profiles: the lowest loss that can be had at each value of one parameter, the others being adjusted. They tell which parameters the data determine.</summary>
/// <remarks>Source: A. Raue et al., Bioinformatics 25 (2009). Losses are roots of sums of squares; noise is taken as independent and Gaussian.</remarks>
public static class ProfileLikelihood
{
    /// <summary>Computes the profile of one parameter.</summary>
    /// <param name="evaluator">Evaluates the points.</param>
    /// <param name="names">A name for each coordinate.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="best">The best fit, with its residuals unless <see cref="ProfileOptions.Solver"/> can do without.</param>
    /// <param name="options">How; null for <see cref="ProfileOptions.Default"/>.</param>
    /// <param name="progress">Is told the fraction of the largest number of evaluations that is done, at the end 1.</param>
    /// <param name="cancellation">Stops the computation between batches.</param>
    /// <exception cref="ArgumentException">An option or name does not fit, or residuals are missing.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static LikelihoodProfile Of(
        PointEvaluator evaluator,
        ImmutableArray<string> names,
        string parameter,
        PointValue best,
        ProfileOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        Run(evaluator, names, [ParameterNames.IndexOf(names, parameter)], best, options, progress, cancellation)[0];

    /// <summary>Computes the profiles of all parameters, both sides of all of them at once. Parameters and errors are those of <see cref="Of"/>.</summary>
    /// <param name="evaluator">Evaluates the points.</param>
    /// <param name="names">A name for each coordinate.</param>
    /// <param name="best">The best fit.</param>
    /// <param name="options">How; null for <see cref="ProfileOptions.Default"/>.</param>
    /// <param name="progress">Is told the fraction that is done.</param>
    /// <param name="cancellation">Stops the computation between batches.</param>
    /// <returns>One profile for each parameter, in their order; all refer to the best fit found in any of them.</returns>
    public static ImmutableArray<LikelihoodProfile> OfAll(
        PointEvaluator evaluator,
        ImmutableArray<string> names,
        PointValue best,
        ProfileOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        Run(evaluator, names, [.. Enumerable.Range(0, names.IsDefault ? 0 : names.Length)], best, options, progress, cancellation);

    /// <summary>Reads a profile off evaluations already made, without any new one: the lowest loss in each of several equal slices of a parameter's range.</summary>
    /// <param name="history">Evaluations, for example those of a fit. At least one of them finite.</param>
    /// <param name="names">A name for each coordinate.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="bins">Number of slices; those without a finite evaluation are left out. Positive.</param>
    /// <param name="options">Only what concerns the threshold is used; null for <see cref="ProfileOptions.Default"/>.</param>
    /// <returns>A profile whose losses lie above the true one, or on it: each point stands at the coordinate where it was evaluated.</returns>
    /// <exception cref="ArgumentException">An option or name does not fit, or no evaluation is finite.</exception>
    public static LikelihoodProfile OfHistory(
        IEnumerable<PointValue> history, ImmutableArray<string> names, string parameter, int bins = 20, ProfileOptions? options = null)
    {
        options ??= ProfileOptions.Default;
        options.Check();
        Require.InRange(bins, 1, int.MaxValue);
        var index = ParameterNames.IndexOf(names, parameter);
        var finite = history.Where(value => value.IsFinite).ToList();
        if (finite.Count == 0)
            throw new ArgumentException("No evaluation is finite, so there is nothing to compare. Pass a history with at least one that succeeded.", nameof(history));
        var best = finite.MinBy(value => value.Loss)!;
        ParameterNames.CheckPoint(names, best.Point);
        var points = finite
            .GroupBy(value => Math.Min((int)(value.Point[index] * bins), bins - 1))
            .Select(slice => slice.MinBy(value => value.Loss)!)
            .Select(value => new ProfilePoint(value.Point[index], value));
        return LikelihoodProfile.Of(parameter, index, points, best, LossThreshold.Of(options, best), isOptimized: false);
    }

    private static ImmutableArray<LikelihoodProfile> Run(
        PointEvaluator evaluator,
        ImmutableArray<string> names,
        int[] indices,
        PointValue best,
        ProfileOptions? options,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        options ??= ProfileOptions.Default;
        options.Check();
        ParameterNames.Check(names);
        ParameterNames.CheckPoint(names, best.Point);
        if (!best.IsFinite)
            throw new ArgumentException("The best fit's loss is not finite, so a profile cannot begin there. Pass an evaluation that succeeded.", nameof(best));
        if (options.Solver is null && best.Residuals.IsEmpty)
            throw new ArgumentException($"The best fit has no residuals, which the built-in solver needs. Set {nameof(ProfileOptions)}.{nameof(ProfileOptions.Solver)} to one that works on the loss.", nameof(best));
        var rule = LossThreshold.Of(options, best);
        var sides = indices.Select(index => (Lower: Chain(index, false), Upper: Chain(index, true))).ToArray();
        var expected = indices.Length * (options.GridValues + 2 * options.Refinements) * options.EvaluationsPerValue;
        Evaluate([.. sides.SelectMany(side => new[] { side.Lower, side.Upper })], new PointBatches(evaluator, expected, progress, cancellation));
        progress?.Report(1);
        var points = sides.Select(side => side.Lower.Points.Concat(side.Upper.Points.Skip(1))).ToArray();
        var found = points.SelectMany(side => side).MinBy(point => point.Fit.Loss)!.Fit;
        return [.. indices.Select((index, i) =>
            LikelihoodProfile.Of(names[index], index, points[i].Append(new ProfilePoint(found.Point[index], found)).Distinct(), found, rule, isOptimized: true))];

        ProfileChain Chain(int index, bool isUpper) => new(index, isUpper, best, rule, options);
    }

    private static void Evaluate(ProfileChain[] chains, PointBatches batches)
    {
        while (true)
        {
            var asked = chains.Select(chain => chain.Ask()).ToArray();
            var values = batches.Evaluate([.. asked.SelectMany(points => points)]);
            if (values.Count == 0)
                return;
            var taken = 0;
            for (var i = 0; i < chains.Length; i++)
            {
                if (asked[i].Count > 0)
                    chains[i].Tell(values.GetRange(taken, asked[i].Count));
                taken += asked[i].Count;
            }
        }
    }
}
