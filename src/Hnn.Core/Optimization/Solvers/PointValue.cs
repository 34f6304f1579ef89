using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>What a point of the unit cube was found to be worth. Immutable.</summary>
/// <param name="Point">Coordinates from 0 to 1, both included. Shape: [dimension].</param>
/// <param name="Loss">The smaller, the better; infinite where the evaluation failed, never NaN.</param>
/// <param name="Residuals">Differences whose root of the sum of squares is the loss; empty if the loss is not of that kind, or the evaluation failed. Shape: [residuals].</param>
public sealed record PointValue(ImmutableArray<double> Point, double Loss, ImmutableArray<double> Residuals)
{
    /// <summary>Whether the point could be evaluated.</summary>
    public bool IsFinite => double.IsFinite(Loss);
}
