namespace Hnn.Mpi.Binding;

/// <summary>MPI is missing, was started the wrong way, or one of its functions failed; the message says which, with the library's own words.</summary>
/// <param name="message">What happened, why, and how to mend it.</param>
/// <param name="code">The library's error code; 0 when no function of it failed. Default: 0.</param>
public sealed class MpiException(string message, int code = 0) : Exception(message)
{
    /// <summary>The library's error code, in its own numbering; 0 when no function of it failed.</summary>
    public int Code { get; } = code;
}
