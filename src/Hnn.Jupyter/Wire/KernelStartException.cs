namespace Hnn.Jupyter.Wire;

/// <summary>A kernel cannot start as it was asked to; the message says why, and what helps.</summary>
public sealed class KernelStartException : Exception
{
    internal KernelStartException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
