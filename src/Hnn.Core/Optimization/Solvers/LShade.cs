namespace Hnn.Core.Optimization.Solvers;

/// <summary>L-SHADE: differential evolution that learns its factors from what succeeded, with a population that shrinks until the budget is used up.</summary>
/// <remarks>
/// Source: R. Tanabe, A. S. Fukunaga, "Improving the search performance of SHADE using linear population size reduction",
/// IEEE CEC 2014, with its constants: 6 memories, the best 11 %, an archive of 2.6 populations, 4 individuals at the end.
/// </remarks>
public sealed record LShade : Solver
{
    /// <summary>
    /// Points of the first generation, the start among them, all asked for at once. At least 4. Default: the root of the
    /// budget, at least 10 and at most 18 times the dimension, the number of the paper, which is meant for many thousand evaluations.
    /// </summary>
    public int? PopulationSize { get; init; }

    /// <inheritdoc/>
    public override string Name => "l-shade";

    /// <inheritdoc/>
    public override ISolverRun Begin(SolverProblem problem)
    {
        if (PopulationSize < LShadeRun.LastPopulation)
            throw new ArgumentException($"A population of {PopulationSize} is too small to make differences of. Set {nameof(PopulationSize)} to at least {LShadeRun.LastPopulation}.");
        return new LShadeRun(problem, PopulationSize ?? Math.Clamp((int)Math.Sqrt(problem.Budget), 10, Math.Max(10, 18 * problem.Dimension)));
    }
}
