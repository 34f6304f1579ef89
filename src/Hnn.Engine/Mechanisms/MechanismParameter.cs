namespace Hnn.Engine.Mechanisms;

/// <summary>A parameter of a density mechanism.</summary>
/// <param name="Name">Name as the literature writes it, for example <c>gnabar</c>.</param>
/// <param name="Default">Value where a section does not set it.</param>
/// <param name="Unit">Unit, for example <c>S/cm²</c>.</param>
public sealed record MechanismParameter(string Name, double Default, string Unit);
