using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Between which values an output lies over an ensemble, at each of its samples by itself. Immutable.</summary>
/// <param name="Low">Lower quantile. Shape: [samples].</param>
/// <param name="Median">Median. Shape: [samples].</param>
/// <param name="High">Upper quantile. Shape: [samples].</param>
/// <param name="Coverage">Share of the ensemble between the lower and the upper quantile.</param>
public sealed record PredictiveBand(ImmutableArray<double> Low, ImmutableArray<double> Median, ImmutableArray<double> High, double Coverage)
{
    /// <summary>Takes the quantiles of outputs, sample by sample.</summary>
    /// <param name="outputs">At least one output, all of the same length.</param>
    /// <param name="coverage">Share of the ensemble inside the band, from 0 to 1. Default: 0.9.</param>
    /// <param name="weights">Weight of each output, not negative, with a positive sum; empty for equal weights. Default: empty.</param>
    /// <exception cref="ArgumentException">There is no output, or lengths differ.</exception>
    public static PredictiveBand Of(IReadOnlyList<ImmutableArray<double>> outputs, double coverage = 0.9, ImmutableArray<double> weights = default)
    {
        Require.InRange(coverage, 0, 1);
        if (outputs.Count == 0 || outputs.Any(output => output.Length != outputs[0].Length))
            throw new ArgumentException("A band needs at least one output, and all of the same length. Leave out evaluations that failed.", nameof(outputs));
        if (weights.IsDefaultOrEmpty)
            weights = [.. Enumerable.Repeat(1.0, outputs.Count)];
        if (weights.Length != outputs.Count)
            throw new ArgumentException($"There are {weights.Length} weights for {outputs.Count} outputs. Pass one weight for each output, or none.", nameof(weights));
        var quantiles = Enumerable.Range(0, outputs[0].Length)
            .Select(sample => Quantiles.Of([.. outputs.Select(output => output[sample])], weights, (1 - coverage) / 2, 0.5, (1 + coverage) / 2))
            .ToArray();
        return new PredictiveBand([.. quantiles.Select(q => q[0])], [.. quantiles.Select(q => q[1])], [.. quantiles.Select(q => q[2])], coverage);
    }
}
