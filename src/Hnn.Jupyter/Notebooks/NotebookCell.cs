using System.Collections.Immutable;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Notebooks;

/// <summary>One cell of a notebook. Immutable.</summary>
/// <param name="Id">Name of the cell, unique in its notebook: 1 to 64 letters, digits, hyphens and underscores.</param>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Source">The text of the cell; lines end with '\n'.</param>
public sealed record NotebookCell(string Id, CellKind Kind, string Source)
{
    /// <summary>What the cell put out when it last ran; empty except for code.</summary>
    public ImmutableArray<CellOutput> Outputs { get; init; } = [];

    /// <summary>The number of its last run, from 1; null if it has not run or is no code.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>The cell's metadata (tags and the like), kept as they are.</summary>
    public JsonFields Metadata { get; init; } = JsonFields.Empty;

    /// <summary>Fields that have no property here, such as <c>attachments</c>, kept as they are.</summary>
    public JsonFields OtherFields { get; init; } = JsonFields.Empty;
}
