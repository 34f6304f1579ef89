namespace Hnn.Jupyter.Notebooks;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>A text in Markdown.</summary>
    Markdown,

    /// <summary>C#, with its outputs.</summary>
    Code,

    /// <summary>Anything else, left alone.</summary>
    Raw,
}
