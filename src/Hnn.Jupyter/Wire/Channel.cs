namespace Hnn.Jupyter.Wire;

/// <summary>The channels on which a kernel and its clients exchange messages.</summary>
internal enum Channel
{
    /// <summary>Requests to run and look at code, one after the other.</summary>
    Shell,

    /// <summary>Requests that overtake the others: interrupt, shutdown.</summary>
    Control,

    /// <summary>What the kernel asks its user.</summary>
    Stdin,

    /// <summary>What everybody hears: outputs and the kernel's state.</summary>
    Publish,
}
