namespace Hnn.Jupyter.Outputs;

/// <summary>Something a cell put out. The kinds are those of the notebook format 4.5. Immutable.</summary>
public abstract record CellOutput;
