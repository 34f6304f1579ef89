namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>A function with its derivatives.</summary>
/// <param name="point">Where it is wanted.</param>
/// <param name="gradient">Receives the derivatives; empty if they are not wanted.</param>
/// <returns>The value; NaN or infinite where there is none.</returns>
internal delegate double DifferentiableFunction(ReadOnlySpan<double> point, Span<double> gradient);
