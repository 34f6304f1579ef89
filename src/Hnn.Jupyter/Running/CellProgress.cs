namespace Hnn.Jupyter.Running;

/// <summary>A code cell begins or has ended.</summary>
/// <param name="Number">Its number among the notebook's code cells that hold code, from 1; errors call it <c>cell N</c>.</param>
/// <param name="Count">How many such cells there are.</param>
/// <param name="Id">The cell's name in the notebook.</param>
/// <param name="HasEnded">False before it is run, true after it ended.</param>
/// <param name="Failed">Whether it has ended with an error.</param>
public sealed record CellProgress(int Number, int Count, string Id, bool HasEnded, bool Failed);
