using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>What an objective finds a simulation worth. Immutable.</summary>
/// <param name="Loss">The smaller, the better; NaN if it cannot be said.</param>
/// <param name="Residuals">Differences whose root of the sum of squares is the loss, up to rounding; empty if the loss is not of that kind. Shape: [residuals].</param>
public sealed record Score(double Loss, ImmutableArray<double> Residuals);
