using System.Collections.Immutable;

namespace Hnn.Core.Simulation;

/// <summary>Where a result comes from: enough to get it again, and to see whether two results come from the same.</summary>
/// <param name="ModelHash">SHA-256 of the network (see <see cref="Simulation.ModelHash"/>), 64 hexadecimal digits.</param>
/// <param name="Options">The options of the simulation.</param>
/// <param name="Seeds">The seeds of each drive, in the drives' order.</param>
/// <param name="Version">Version of this library.</param>
public sealed record Provenance(string ModelHash, SimulationOptions Options, ImmutableArray<DriveSeeds> Seeds, string Version);
