namespace Hnn.Core.Simulation;

/// <summary>The seeds of a drive.</summary>
/// <param name="Drive">Name of the drive.</param>
/// <param name="Event">Seed of its spike times.</param>
/// <param name="Connection">Seed of the choice of its connections; null if the choice was not to be repeated.</param>
public sealed record DriveSeeds(string Drive, int Event, int? Connection);
