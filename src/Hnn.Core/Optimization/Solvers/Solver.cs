namespace Hnn.Core.Optimization.Solvers;

/// <summary>A method of minimisation with its settings. Immutable; a fit starts a run of it.</summary>
public abstract record Solver
{
    /// <summary>The word by which the method is chosen, for example <c>cma</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Begins a minimisation.</summary>
    /// <param name="problem">The problem.</param>
    /// <exception cref="ArgumentException">A setting does not fit, or the problem lacks what the method needs.</exception>
    public abstract ISolverRun Begin(SolverProblem problem);
}
