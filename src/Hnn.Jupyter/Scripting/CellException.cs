using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Scripting;

/// <summary>Ends a cell with an error that is already in the form the notebook shows.</summary>
internal sealed class CellException(ErrorOutput error) : Exception(error.Value)
{
    /// <summary>What the notebook shows.</summary>
    public ErrorOutput Error { get; } = error;
}
