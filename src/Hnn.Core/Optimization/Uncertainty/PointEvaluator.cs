using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Evaluates several points of the unit cube at once; they may be evaluated in parallel.</summary>
/// <param name="points">The points, each with coordinates from 0 to 1, both included.</param>
/// <param name="cancellation">Stops the evaluation with an <see cref="OperationCanceledException"/>.</param>
/// <returns>One value for each point, in the order of the points; the loss is infinite where the evaluation failed.</returns>
public delegate IReadOnlyList<PointValue> PointEvaluator(IReadOnlyList<ImmutableArray<double>> points, CancellationToken cancellation);
