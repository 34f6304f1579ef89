namespace Hnn.Mpi;

/// <summary>A rank was lost or failed, so that a simulation could not be ended, also not by a second try.</summary>
public sealed class MpiSimulationException : Exception
{
    internal MpiSimulationException(string what, int? rank, string? host, string errorTail, Exception? inner = null)
        : base(Text(what, rank, host, errorTail), inner) => (Rank, Host, ErrorTail) = (rank, host, errorTail);

    /// <summary>Whether a host has fallen silent, which a new start could only wait for again.</summary>
    internal bool IsOfSilentHost { get; init; }

    /// <summary>The rank whose fault it was, as far as its launcher knows; null if it does not tell. Of ranks that signal 9 ended MPICH may name another, as it ends all in this way.</summary>
    public int? Rank { get; }

    /// <summary>Name of that rank's host; null if it is not known.</summary>
    public string? Host { get; }

    /// <summary>The end of what ranks and launcher wrote to standard error; may be empty.</summary>
    public string ErrorTail { get; }

    private static string Text(string what, int? rank, string? host, string errorTail)
    {
        var place = rank is null ? "" : host is null ? $" (rank {rank})" : $" (rank {rank} on {host})";
        var tail = errorTail.Length == 0 ? "" : $"{Environment.NewLine}The end of standard error:{Environment.NewLine}{errorTail.TrimEnd()}";
        return $"An MPI job ended before its work was done: {what.TrimEnd('.')}{place}. Results finished before are kept. Run it again, with fewer ranks if memory is short, or without MPI.{tail}";
    }
}
