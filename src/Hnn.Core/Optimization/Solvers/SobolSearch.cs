using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>Search without any model: the start, then scrambled Sobol' points, which fill the unit cube evenly. What other methods have to beat.</summary>
public sealed record SobolSearch : Solver
{
    /// <summary>Number of points that come at once. Positive. Default: 16.</summary>
    public int BatchSize { get; init; } = 16;

    /// <inheritdoc/>
    public override string Name => "sobol";

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize);
        if (problem.Dimension > SobolSequence.MaxDimension)
            throw new ArgumentException($"The problem has {problem.Dimension} coordinates, but Sobol' points have at most {SobolSequence.MaxDimension}. Fit fewer parameters, or choose another solver.", nameof(problem));
        return new Run(problem, BatchSize);
    }

    private sealed class Run(SolverProblem problem, int batchSize) : BatchedRun
    {
        protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches()
        {
            var sequence = SobolSequence.Scrambled(problem.Dimension, problem.Seed);
            return Enumerable.Range(0, problem.Budget)
                .Select(number => number == 0 ? problem.Start : sequence.Point(number - 1))
                .Chunk(batchSize);
        }
    }
}
