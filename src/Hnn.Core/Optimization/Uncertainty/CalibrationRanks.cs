using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Where the true values of one parameter stood among draws from the posteriors. Immutable.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Ranks">How many draws were below the truth, for each data set.</param>
/// <param name="Histogram">Number of ranks in each bin; even heights are right, a hump in the middle means posteriors that are too wide, high ends too narrow, a slope biased.</param>
/// <param name="ChiSquared">Σ (observed - expected)² / expected over the bins.</param>
/// <param name="PValue">Probability of a value as large as that if the ranks are uniform.</param>
public sealed record CalibrationRanks(string Parameter, ImmutableArray<int> Ranks, ImmutableArray<int> Histogram, double ChiSquared, double PValue);
