using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>What a point was found to be worth, and how well it satisfies the constraints.</summary>
/// <param name="Point">Shape: [dimension].</param>
/// <param name="Loss">The smaller, the better; infinite where the evaluation failed.</param>
/// <param name="Constraints">Not negative where they are satisfied; finite. Shape: [constraints].</param>
internal sealed record ConstrainedValue(ImmutableArray<double> Point, double Loss, ImmutableArray<double> Constraints)
{
    /// <summary>By how much the worst constraint is violated; 0 if none is.</summary>
    public double Violation { get; } = Constraints.IsEmpty ? 0 : Math.Max(0, -Constraints.Min());
}
