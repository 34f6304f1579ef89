namespace Hnn.Engine.Runs;

/// <summary>A quantity to be recorded at every sample at the middle of a section.</summary>
/// <param name="Quantity">What is recorded.</param>
/// <param name="Gid">Gid of the cell.</param>
/// <param name="Section">Name of the section.</param>
/// <param name="Receptor">Receptor whose current is recorded; null for voltage and calcium.</param>
public sealed record Probe(ProbeQuantity Quantity, int Gid, string Section, string? Receptor = null);
