using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Passes points on to an evaluator in batches, counts them and reports the fraction done. Mutable; one for each analysis.</summary>
/// <param name="evaluator">Evaluates the points.</param>
/// <param name="expected">How many points will come in all.</param>
/// <param name="progress">Is told the fraction of them that is done, from 0 to 1.</param>
/// <param name="cancellation">Is looked at before each batch.</param>
internal sealed class PointBatches(PointEvaluator evaluator, int expected, IProgress<double>? progress, CancellationToken cancellation)
{
    /// <summary>The most points passed on at once.</summary>
    public const int BatchSize = 64;

    /// <summary>Number of points evaluated so far.</summary>
    public int Count { get; private set; }

    /// <summary>Evaluates points; the values are in their order.</summary>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    /// <exception cref="ArgumentException">The evaluator gave too few or too many values.</exception>
    public List<PointValue> Evaluate(IReadOnlyList<ImmutableArray<double>> points)
    {
        var values = new List<PointValue>(points.Count);
        foreach (var batch in points.Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var answer = evaluator(batch, cancellation);
            if (answer.Count != batch.Length)
                throw new ArgumentException($"The evaluator gave {answer.Count} values for {batch.Length} points. Let it return one value for each point, in their order.");
            values.AddRange(answer);
            Count += batch.Length;
            progress?.Report(Math.Min(1, Count / (double)expected));
        }

        return values;
    }
}
