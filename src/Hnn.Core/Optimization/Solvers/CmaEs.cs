namespace Hnn.Core.Optimization.Solvers;

/// <summary>CMA-ES: a normal distribution of points that learns its centre, step and shape from the ranking of what it draws.</summary>
/// <remarks>
/// Full covariance with rank-one, rank-µ and active update and cumulative step-size adaptation, with the constants of
/// N. Hansen, "The CMA evolution strategy: a tutorial" (2016). Points outside the cube are moved to its border before they are
/// evaluated, and ranked with an adaptive penalty for the way (Hansen et al., IEEE Trans. Evol. Comput. 13, 180, 2009): so a
/// best point that lies on bounds is reached exactly. When a distribution has shrunk to a point, another one begins at a
/// random place with twice the population (A. Auger, N. Hansen 2005), until the budget is used up.
/// </remarks>
public sealed record CmaEs : Solver
{
    /// <summary>Points of the first generation, all asked for at once, besides the start. At least 4. Default: 4 + 3 ln(dimension), rounded down; for 10 parameters 10.</summary>
    public int? PopulationSize { get; init; }

    /// <summary>Standard deviation of the first generation along each coordinate, as a fraction of its range. Above 0, at most 1. Default: 0.25.</summary>
    public double InitialStep { get; init; } = 0.25;

    /// <summary>
    /// The search begins again elsewhere when the largest standard deviation is below this fraction of a range. Above 0, at most
    /// <see cref="InitialStep"/>. Default: 1e-4, below which a simulated waveform changes by chance only. For smooth functions take 1e-10.
    /// </summary>
    public double SmallestStep { get; init; } = 1e-4;

    /// <summary>Whether bad points shrink the distribution along their directions. Default: true.</summary>
    public bool IsActive { get; init; } = true;

    /// <inheritdoc/>
    public override string Name => "cma";

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem) => Begin(problem, evaluatesStart: true);

    /// <summary>Begins around the problem's start with the initial step.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="evaluatesStart">Whether the start is evaluated too; it is not needed where its value is known.</param>
    internal ISolverRun Begin(SolverProblem problem, bool evaluatesStart)
    {
        Require.InRange(InitialStep, double.Epsilon, 1);
        Require.InRange(SmallestStep, double.Epsilon, InitialStep);
        if (PopulationSize < 4)
            throw new ArgumentException($"A population of {PopulationSize} is too small to tell good from bad. Set {nameof(PopulationSize)} to at least 4.");
        return new CmaEsRun(this, problem, evaluatesStart);
    }

    internal int PopulationFor(int dimension) => PopulationSize ?? 4 + (int)(3 * Math.Log(dimension));
}
