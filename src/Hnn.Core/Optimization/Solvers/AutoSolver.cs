using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The method for those who do not want to choose: screening, then least squares from the best points that lie apart.</summary>
public sealed record AutoSolver : Solver
{
    /// <summary>Number of points of the screening, the start among them. Positive. Default: 32.</summary>
    public int ScreenSize { get; init; } = 32;

    /// <inheritdoc/>
    public override string Name => "auto";

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ScreenSize);
        return new Run(this, problem);
    }

    private sealed class Run(AutoSolver settings, SolverProblem problem) : BatchedRun
    {
        protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches()
        {
            var sequence = SobolSequence.Scrambled(problem.Dimension, problem.Seed);
            return Enumerable.Range(0, problem.Budget)
                .Select(number => number == 0 ? problem.Start : sequence.Point(number - 1))
                .Chunk(settings.ScreenSize);
        }
    }
}
