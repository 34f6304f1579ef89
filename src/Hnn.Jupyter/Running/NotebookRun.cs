using System.Collections.Immutable;
using Hnn.Jupyter.Notebooks;

namespace Hnn.Jupyter.Running;

/// <summary>A notebook that was run.</summary>
/// <param name="Notebook">The notebook with the outputs of this run and of no other.</param>
/// <param name="Errors">The cells that failed, in order; one at most unless the run went on after errors.</param>
public sealed record NotebookRun(Notebook Notebook, ImmutableArray<CellError> Errors)
{
    /// <summary>Whether every cell ran to its end.</summary>
    public bool Succeeded => Errors.IsEmpty;
}
