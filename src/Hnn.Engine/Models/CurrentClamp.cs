namespace Hnn.Engine.Models;

/// <summary>A constant current into the middle of a section of all cells of a population (a tonic bias).</summary>
/// <param name="Population">Name of the population.</param>
/// <param name="Section">Name of the section.</param>
/// <param name="Amplitude">Current in nA; positive depolarises.</param>
/// <param name="Start">First time in ms.</param>
/// <param name="Duration">Duration in ms.</param>
public sealed record CurrentClamp(string Population, string Section, double Amplitude, double Start, double Duration);
