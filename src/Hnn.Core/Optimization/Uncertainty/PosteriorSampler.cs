using System.Collections.Immutable;

namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Makes a synthetic data set with known parameters, infers them from it and draws from the posterior found.</summary>
/// <param name="truth">The parameters, coordinates from 0 to 1.</param>
/// <param name="draws">Number of draws asked for.</param>
/// <param name="seed">Seed of the data set's noise and of the inference; another one for each data set.</param>
/// <param name="cancellation">Stops the inference with an <see cref="OperationCanceledException"/>.</param>
/// <returns>As many points as were asked for, independent of each other.</returns>
public delegate IReadOnlyList<ImmutableArray<double>> PosteriorSampler(ImmutableArray<double> truth, int draws, ulong seed, CancellationToken cancellation);
