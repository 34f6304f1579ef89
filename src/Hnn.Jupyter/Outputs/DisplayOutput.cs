namespace Hnn.Jupyter.Outputs;

/// <summary>A value that was displayed while the cell ran.</summary>
/// <param name="Data">The value's forms.</param>
public sealed record DisplayOutput(MimeBundle Data) : CellOutput
{
    /// <summary>How to show the value, by the notebook format; usually empty.</summary>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;

    /// <summary>The name by which a later update finds this output; null if there will be none. Not stored in files.</summary>
    public string? DisplayId { get; init; }
}
