using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The start, then uniformly distributed random points. Only to compare other methods with: it has no word, and every method that has one beats it.</summary>
public sealed record RandomSearch : Solver
{
    /// <summary>Number of points that come at once. Positive. Default: 16.</summary>
    public int BatchSize { get; init; } = 16;

    /// <inheritdoc/>
    public override string Name => "random";

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize);
        return new Run(problem, BatchSize);
    }

    private sealed class Run(SolverProblem problem, int batchSize) : BatchedRun
    {
        private readonly SolverRandom _random = new(problem.Seed);

        protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches() =>
            Enumerable.Range(0, problem.Budget)
                .Select(number => number == 0 ? problem.Start : Draw())
                .Chunk(batchSize);

        private ImmutableArray<double> Draw() => [.. problem.Start.Select(_ => _random.NextUniform())];
    }
}
