namespace Hnn.Core.Optimization.Solvers;

/// <summary>The simplex method of Nelder and Mead, kept inside the unit cube and begun anew when the simplex has collapsed.</summary>
/// <remarks>
/// Coefficients adapted to the dimension: F. Gao and L. Han, Comput. Optim. Appl. 51 (2012) 259. Points outside the cube are moved to the
/// nearest one inside. A descent that gained at least 1 % is followed by one from the best point; any other by one from a random point.
/// </remarks>
public sealed record NelderMead : Solver
{
    /// <summary>Edge of a new simplex, in units of the cube's edge. Above 0, at most 0.5. Default: 0.1.</summary>
    public double InitialSize { get; init; } = 0.1;

    /// <summary>A simplex whose corners all are this close to the best one, in each coordinate, has collapsed. Positive. Default: 1e-4.</summary>
    public double CollapsedSize { get; init; } = 1e-4;

    /// <inheritdoc/>
    public override string Name => "nelder-mead";

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem)
    {
        Require.InRange(InitialSize, double.Epsilon, 0.5);
        Require.Positive(CollapsedSize);
        return new NelderMeadRun(this, problem);
    }
}
