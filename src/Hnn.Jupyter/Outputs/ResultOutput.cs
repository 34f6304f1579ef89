namespace Hnn.Jupyter.Outputs;

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">The value's forms.</param>
/// <param name="ExecutionCount">The number of the run that made it, from 1; null if unknown.</param>
public sealed record ResultOutput(MimeBundle Data, int? ExecutionCount) : CellOutput
{
    /// <summary>How to show the value, by the notebook format; usually empty.</summary>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;
}
