namespace Hnn.Jupyter.Directives;

/// <summary>A directive cannot be understood or carried out.</summary>
internal sealed class DirectiveException(int line, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Its line, from 1.</summary>
    public int Line { get; } = line;
}
