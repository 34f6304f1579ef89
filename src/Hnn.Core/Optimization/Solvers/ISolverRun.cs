using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>A solver at work: it is asked for points of the unit cube and told what they are worth. It evaluates nothing itself and knows nothing of networks.</summary>
/// <remarks>
/// The points depend on the problem, the seed and the values told, on nothing else: so a run is repeated, or taken up again,
/// by telling it the same values. How many points come at once is the solver's choice, never that of the machine.
/// </remarks>
public interface ISolverRun
{
    /// <summary>The points to be evaluated next. To be called only when all earlier points have been told.</summary>
    /// <param name="limit">How many points may still be evaluated. Positive. A batch that is longer is cut off here, and the run ends with it.</param>
    /// <returns>At least one and at most <paramref name="limit"/> points, each coordinate from 0 to 1, both included; none when the solver has come to an end.</returns>
    IReadOnlyList<ImmutableArray<double>> Ask(int limit);

    /// <summary>Tells what the points asked for last are worth.</summary>
    /// <param name="values">One for each point, in the order of the points.</param>
    void Tell(IReadOnlyList<PointValue> values);
}
