using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Two parameters' coordinates in a posterior, for a scatter plot. Immutable.</summary>
/// <param name="X">The first parameter. Shape: [particles].</param>
/// <param name="Y">The second parameter. Shape: [particles].</param>
/// <param name="Weights">Weights, with a sum of 1. Shape: [particles].</param>
/// <param name="Correlation">Weighted correlation, from -1 to 1; NaN if one of them is constant.</param>
public sealed record ParameterPair(ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<double> Weights, double Correlation);
