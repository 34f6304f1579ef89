namespace Hnn.Core.Networks;

/// <summary>The gain of connections of one class.</summary>
/// <param name="First">Gain of the first of them.</param>
/// <param name="IsUniform">Whether all have that gain.</param>
public readonly record struct ClassGain(double First, bool IsUniform);
