using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>A particle of a posterior. Immutable.</summary>
/// <param name="Value">The point and its loss.</param>
/// <param name="Weight">Its weight; the weights of all particles sum to 1.</param>
public sealed record WeightedPoint(PointValue Value, double Weight);
