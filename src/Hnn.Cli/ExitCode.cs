namespace Hnn.Cli;

/// <summary>What the command returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The work failed, or a comparison found a difference.</summary>
    public const int Failure = 1;

    /// <summary>The words of the command were not understood.</summary>
    public const int Usage = 2;

    /// <summary>The ranks of an MPI job could not be started, or were lost.</summary>
    public const int Mpi = 3;

    /// <summary>Ended by Ctrl-C, as shells count it: 128 + SIGINT.</summary>
    public const int Cancelled = 130;
}
