using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>One point of a profile. Immutable.</summary>
/// <param name="Coordinate">The profiled parameter's coordinate, from 0 to 1.</param>
/// <param name="Fit">The best evaluation found with the parameter at that coordinate, the others being free.</param>
public sealed record ProfilePoint(double Coordinate, PointValue Fit);
