using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>A method of minimisation with its settings. Immutable; a fit starts a run of it. A word such as <c>"cma"</c> is one, too.</summary>
public abstract record Solver
{
    private static readonly ImmutableArray<Solver> s_all =
    [
        new AutoSolver(), new WaveformGp(), new LevenbergMarquardt(), new CmaEs(), new Bayesian(), new Cobyla(), new NelderMead(), new LShade(), new SobolSearch(),
    ];

    /// <summary>The words by which methods are chosen, the recommended first.</summary>
    public static ImmutableArray<string> Names => [.. s_all.Select(solver => solver.Name)];

    /// <summary>The word by which the method is chosen, for example <c>cma</c>.</summary>
    public abstract string Name { get; }

    /// <summary>A method with its default settings, by its word.</summary>
    /// <param name="name">One of <see cref="Names"/>; those of hnn-core, <c>bayesian</c>, <c>cobyla</c> and <c>cma</c>, among them.</param>
    /// <exception cref="ArgumentException">There is no such method; lists those there are.</exception>
    public static Solver Named(string name) =>
        s_all.FirstOrDefault(solver => solver.Name == name)
        ?? throw new ArgumentException($"There is no solver '{name}'. Choose one of {string.Join(", ", Names)}.", nameof(name));

    /// <summary>A method with its default settings, by its word.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static implicit operator Solver(string name) => Named(name);

    /// <summary>Begins a minimisation.</summary>
    /// <param name="problem">The problem.</param>
    /// <exception cref="ArgumentException">A setting does not fit, or the problem lacks what the method needs.</exception>
    public abstract ISolverRun Begin(SolverProblem problem);
}
