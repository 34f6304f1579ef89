using Hnn.Mpi.Binding;

namespace Hnn.Mpi.Launching;

// What went wrong at the start of ranks, in words that help.
internal static class LaunchFault
{
    // The launcher's own words at the end of a message.
    private const int Lines = 12;

    /// <summary>There is no such launcher.</summary>
    /// <param name="program">Its name or path.</param>
    public static MpiException NotFound(string program) => new(
        $"The launcher '{program}' is not found, on the PATH or as a file: MPI is not installed here, or not loaded. " +
        $"Debian and Ubuntu have it in the package openmpi-bin or mpich, macOS by 'brew install open-mpi', Windows as Microsoft MPI (MS-MPI), " +
        $"and clusters often load it by 'module load openmpi' or the like. Or let {nameof(MpiOptions)}.{nameof(MpiOptions.Launcher)} name another. " +
        $"Without MPI, simulations run on this machine's threads, with the same results.");

    /// <summary>The launcher ended before any rank spoke.</summary>
    /// <param name="code">Its exit code.</param>
    /// <param name="errorTail">The end of what it wrote to standard error.</param>
    /// <param name="family">What it is.</param>
    public static MpiException NotStarted(int code, string errorTail, LauncherFamily family) => new(Reason(code, errorTail, family) + Quoted(errorTail));

    private static string Reason(int code, string words, LauncherFamily family) =>
        family == LauncherFamily.OpenMpi && words.Contains("run as root", StringComparison.Ordinal)
            ? "Open MPI refuses to run as root, since a faulty job could then damage the whole system. Run as an ordinary user. " +
              "Where root is all there is, as in a container, set OMPI_ALLOW_RUN_AS_ROOT=1, which says that it is meant, " +
              "and OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1, which says that the risk is known."
        : words.Contains("not enough slots", StringComparison.Ordinal)
            ? $"The hosts have not enough slots for so many ranks. Ask for fewer with {nameof(MpiOptions)}.{nameof(MpiOptions.Processes)}, " +
              $"or give the hosts more, as 'slots=8' after their names in the host file or by a larger allocation of the cluster's scheduler."
        : code == 0
            ? "The launcher ended with code 0 before any rank had spoken: the ranks ran, but not the program they were meant to. " +
              $"Check that {nameof(MpiOptions)}.{nameof(MpiOptions.Launcher)} runs what it is given ({{program}} in a command)."
        : $"The launcher ended with code {code} before any rank had spoken. Its words say why, if it had any.";

    private static string Quoted(string words)
    {
        var lines = words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? " It wrote nothing to standard error." : $"\nIt wrote:\n{string.Join('\n', lines.Distinct().TakeLast(Lines))}";
    }
}
