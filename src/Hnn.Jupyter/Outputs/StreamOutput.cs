namespace Hnn.Jupyter.Outputs;

/// <summary>Text written to the console.</summary>
/// <param name="Text">The text as it was written.</param>
/// <param name="IsError">Whether it went to standard error instead of standard output.</param>
public sealed record StreamOutput(string Text, bool IsError = false) : CellOutput;
