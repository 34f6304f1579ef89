namespace Hnn.Plots;

/// <summary>A mark on an axis with a text of its own, for example a cell type or a contact.</summary>
/// <param name="At">Position in the axis' unit.</param>
/// <param name="Text">What is written there.</param>
public readonly record struct Tick(double At, string Text);
