using System.Collections.Immutable;

namespace Hnn.Core.Analysis;

/// <summary>Power over time at chosen frequencies. Immutable.</summary>
/// <param name="Times">Sample times in ms. Shape: [samples].</param>
/// <param name="Frequencies">Frequencies in Hz. Shape: [frequencies].</param>
/// <param name="Power">Power, for a dipole in nAm²; see <see cref="MorletWavelets"/> for its meaning. Shape: [frequencies][samples].</param>
public sealed record TimeFrequency(
    ImmutableArray<double> Times, ImmutableArray<double> Frequencies, ImmutableArray<ImmutableArray<double>> Power);
