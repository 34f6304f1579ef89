using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Scripting;

/// <summary>How a cell ended.</summary>
/// <param name="ExecutionCount">The number of the run, from 1.</param>
/// <param name="Error">What ended it early (the sink has received it too), or null.</param>
public sealed record CellResult(int ExecutionCount, ErrorOutput? Error)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
