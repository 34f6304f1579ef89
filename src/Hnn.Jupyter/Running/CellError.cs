using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Running;

/// <summary>A cell that failed.</summary>
/// <param name="Number">Its number among the notebook's code cells that hold code, from 1.</param>
/// <param name="Id">The cell's name in the notebook.</param>
/// <param name="Error">What ended it.</param>
public sealed record CellError(int Number, string Id, ErrorOutput Error);
