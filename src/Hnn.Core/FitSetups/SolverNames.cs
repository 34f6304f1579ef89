using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.FitSetups;

/// <summary>Methods of minimisation by the words for them.</summary>
public static class SolverNames
{
    private static readonly Solver[] Known = [new AutoSolver(), new SobolSearch(), new NelderMead(), new Cobyla(), new LevenbergMarquardt(), new RandomSearch()];

    /// <summary>All words.</summary>
    public static IEnumerable<string> All => Known.Select(solver => solver.Name);

    /// <summary>A method by its word, with its usual settings.</summary>
    /// <param name="name">One of <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">There is no such method.</exception>
    public static Solver Named(string name) =>
        Array.Find(Known, solver => solver.Name == name)
        ?? throw new ArgumentException($"There is no solver '{name}'. Name one of {string.Join(", ", All)}.", nameof(name));
}
