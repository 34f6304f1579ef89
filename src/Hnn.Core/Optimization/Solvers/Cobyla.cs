using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>Powell's COBYLA: linear models of the loss inside a trust region that shrinks. The cube's faces are kept exactly, by every point.</summary>
/// <remarks>Source: M. J. D. Powell, "A direct search optimization method that models the objective and constraint functions by linear interpolation" (1994).</remarks>
public sealed record Cobyla : Solver
{
    /// <summary>First radius of the trust region, in units of the cube's edge. Above 0, at most 0.5. Default: 0.1.</summary>
    public double InitialRadius { get; init; } = 0.1;

    /// <summary>Last radius, at which the run ends. Above 0, at most <see cref="InitialRadius"/>. Default: 1e-4.</summary>
    public double FinalRadius { get; init; } = 1e-4;

    /// <inheritdoc/>
    public override string Name => "cobyla";

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem)
    {
        Require.InRange(InitialRadius, double.Epsilon, 0.5);
        Require.InRange(FinalRadius, double.Epsilon, InitialRadius);
        return new Run(this, problem);
    }

    private sealed class Run(Cobyla settings, SolverProblem problem) : BatchedRun
    {
        protected override IEnumerable<IReadOnlyList<ImmutableArray<double>>> Batches()
        {
            var cube = new CobylaMethod.Bounds([.. problem.Start.Select(_ => 0.0)], [.. problem.Start.Select(_ => 1.0)]);
            var method = new CobylaMethod(problem.Start, settings.InitialRadius, settings.FinalRadius, cube);
            foreach (var batch in method.Batches())
            {
                yield return batch;
                method.Tell([.. Told.Select(value => new ConstrainedValue(value.Point, value.Loss, []))]);
            }
        }
    }
}
