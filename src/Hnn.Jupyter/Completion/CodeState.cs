namespace Hnn.Jupyter.Completion;

/// <summary>Whether a cell that is being typed can be run.</summary>
internal enum CodeState
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>Something is still missing at its end.</summary>
    Incomplete,

    /// <summary>It is wrong, whatever may follow.</summary>
    Invalid,
}
