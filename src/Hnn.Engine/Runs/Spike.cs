namespace Hnn.Engine.Runs;

/// <summary>A spike: when and whose.</summary>
/// <param name="Time">Time in ms; 1e-10 ms after the sample at which a cell was seen above its threshold, exact for a drive cell.</param>
/// <param name="Gid">Gid of the cell or drive cell.</param>
public readonly record struct Spike(double Time, int Gid);
