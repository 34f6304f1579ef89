using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Scripting;

/// <summary>Ends a cell with an error that is already in the form the notebook shows.</summary>
/// <param name="error">What the notebook shows.</param>
/// <param name="thrown">What code of the cell threw; null if it did not get so far.</param>
internal sealed class CellException(ErrorOutput error, Exception? thrown = null) : Exception(error.Value, thrown)
{
    /// <summary>What the notebook shows.</summary>
    public ErrorOutput Error { get; } = error;
}
