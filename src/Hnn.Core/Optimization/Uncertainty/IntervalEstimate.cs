namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>An estimate with the limits between which it lies with a given confidence. Immutable.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
public sealed record IntervalEstimate(double Value, double Low, double High);
