using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization;

/// <summary>One set of parameters that a fit tried, and what it was worth. Immutable.</summary>
public sealed record Evaluation
{
    /// <summary>Its place in the order in which the solver asked, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Number of the evaluation counted from 1, as reports and figures show it. A fit that was ended early may lack some before its last.</summary>
    public int Number => Index + 1;

    /// <summary>The parameters in their own units.</summary>
    public required ParameterValues Parameters { get; init; }

    /// <summary>The free parameters as a point of the unit cube. Shape: [free parameters].</summary>
    public required ImmutableArray<double> Point { get; init; }

    /// <summary>Loss of the mean dipole of the trials; infinite if the evaluation failed.</summary>
    public required double Loss { get; init; }

    /// <summary>Loss of each trial by itself; empty if the evaluation failed. Shape: [trials].</summary>
    public ImmutableArray<double> TrialLosses { get; init; } = [];

    /// <summary>Residuals whose root of the sum of squares is the loss; empty if the objective has none. Shape: [residuals].</summary>
    public ImmutableArray<double> Residuals { get; init; } = [];

    /// <summary>Time its simulation took on its share of the machine.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Why it failed; null if it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>What solvers are told of it.</summary>
    internal PointValue Value => new(Point, Loss, Residuals);
}
