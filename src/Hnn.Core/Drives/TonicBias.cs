namespace Hnn.Core.Drives;

/// <summary>A constant current into one section of every cell of a type.</summary>
/// <param name="Name">Name of the bias; biases of several cell types may share it.</param>
/// <param name="CellType">The cell type.</param>
/// <param name="Amplitude">Current in nA; positive depolarises.</param>
/// <param name="Section">Section whose middle receives the current.</param>
/// <param name="Start">First time in ms. Not negative.</param>
/// <param name="Stop">Last time in ms, at least <paramref name="Start"/>; null stands for the end of each run.</param>
public sealed record TonicBias(string Name, string CellType, double Amplitude, string Section, double Start, double? Stop);
