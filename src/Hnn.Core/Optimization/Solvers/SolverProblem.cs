using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>What a solver is told before it starts: a function on the unit cube is to be minimised.</summary>
public sealed record SolverProblem
{
    /// <summary>Where to begin, coordinates from 0 to 1, both included. Shape: [dimension], at least one.</summary>
    public required ImmutableArray<double> Start { get; init; }

    /// <summary>Number of points that may be evaluated. Positive.</summary>
    public required int Budget { get; init; }

    /// <summary>Seed of all random choices. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether values come with residuals. Default: false.</summary>
    public bool HasResiduals { get; init; }

    /// <summary>Number of coordinates.</summary>
    public int Dimension => Start.Length;
}
