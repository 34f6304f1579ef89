using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Variance-based sensitivity: which parameters, uniformly distributed over the whole cube, make the loss and the residuals vary. Immutable.</summary>
/// <remarks>
/// First-order indices by the estimator of A. Saltelli et al., Computer Physics Communications 181 (2010), total ones by that of
/// M. J. W. Jansen, Computer Physics Communications 117 (1999). Indices of the residuals are those of the single components,
/// averaged with the components' variances as weights (F. Gamboa et al., Electronic Journal of Statistics 8, 2014).
/// </remarks>
public sealed record SobolIndices
{
    private const int PointsAtOnce = 1024;

    /// <summary>Indices of the loss, in the order of the parameters; NaN if the loss does not vary.</summary>
    public required ImmutableArray<SobolIndex> Loss { get; init; }

    /// <summary>Indices of the residuals, in the order of the parameters; empty if there are no residuals.</summary>
    public required ImmutableArray<SobolIndex> Residuals { get; init; }

    /// <summary>Number of evaluations.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Number of base samples that were used; those with a failed evaluation among theirs are left out.</summary>
    public required int SamplesUsed { get; init; }

    /// <summary>Confidence of the limits.</summary>
    public required double Confidence { get; init; }

    /// <summary>Evaluates samples all over the cube and estimates the indices.</summary>
    /// <param name="evaluator">Evaluates the points.</param>
    /// <param name="names">A name for each coordinate.</param>
    /// <param name="options">How precisely; null for <see cref="SobolIndexOptions.Default"/>.</param>
    /// <param name="progress">Is told the fraction that is done, from 0 to 1.</param>
    /// <param name="cancellation">Stops the analysis between batches.</param>
    /// <exception cref="ArgumentException">An option or name does not fit, the evaluator's values differ in shape, or fewer than two samples could be evaluated.</exception>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public static SobolIndices Estimate(
        PointEvaluator evaluator,
        ImmutableArray<string> names,
        SobolIndexOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        options ??= SobolIndexOptions.Default;
        options.Check();
        ParameterNames.Check(names);
        var (dimension, random) = (names.Length, new SolverRandom(options.Seed));
        var samples = SobolSequence.Scrambled(2 * dimension, options.Seed).Points(options.Samples);
        var batches = new PointBatches(evaluator, options.Samples * (dimension + 2), progress, cancellation);
        var first = batches.Evaluate([.. samples.Select(sample => sample[..dimension])]);
        var second = batches.Evaluate([.. samples.Select(sample => sample[dimension..])]);
        var loss = new SobolSums(first, second, value => [value.Loss]);
        var residuals = new SobolSums(first, second, value => value.Residuals);
        foreach (var rows in Enumerable.Range(0, samples.Length).Chunk(Math.Max(1, PointsAtOnce / dimension)))
        {
            var mixed = batches.Evaluate([.. rows.SelectMany(row => Mixed(samples[row]))]);
            foreach (var (i, row) in rows.Index())
            {
                var values = mixed.GetRange(i * dimension, dimension);
                loss.Add(row, values);
                residuals.Add(row, values);
            }
        }

        return new SobolIndices
        {
            Loss = loss.Indices(names, options, random),
            Residuals = residuals.IsEmpty ? [] : residuals.Indices(names, options, random),
            Evaluations = batches.Count,
            SamplesUsed = loss.Count,
            Confidence = options.Confidence,
        };
    }

    /// <summary>A table of the indices, a line for each parameter.</summary>
    public string ToText()
    {
        var text = $"Sobol' indices from {Evaluations} evaluations, with limits of {PlainTable.Percent(Confidence)}\n" + Table("loss", Loss);
        return Residuals.IsEmpty ? text : text + "\n" + Table("residuals", Residuals);
    }

    private static string Table(string output, ImmutableArray<SobolIndex> indices) => PlainTable.Of(
        [output, "first", "low", "high", "total", "low", "high"],
        indices.Select(index => (string[])[index.Parameter, .. Cells(index.First), .. Cells(index.Total)]));

    private static IEnumerable<string> Cells(IntervalEstimate estimate) =>
        [PlainTable.Fixed(estimate.Value), PlainTable.Fixed(estimate.Low), PlainTable.Fixed(estimate.High)];

    // The first half of a sample with one coordinate after the other taken from its second half.
    private static IEnumerable<ImmutableArray<double>> Mixed(ImmutableArray<double> sample)
    {
        var dimension = sample.Length / 2;
        var point = sample[..dimension];
        return Enumerable.Range(0, dimension).Select(i => point.SetItem(i, sample[dimension + i]));
    }
}
