using System.Globalization;
using System.Text.RegularExpressions;

namespace Hnn.Mpi.Launching;

// What launchers say when a rank ends badly: Open MPI and srun on standard error, MPICH on standard output, among what ranks write there; and what our ranks say themselves, which know their numbers.
internal static partial class LauncherWords
{
    /// <summary>The rank that ended badly; null if the words tell of none.</summary>
    /// <param name="words">The end of the launcher's standard error, and of its standard output what is not the ranks'.</param>
    public static LostRank? Lost(string words)
    {
        foreach (var pattern in (Regex[])[Own, OpenMpiSignal, OpenMpiExit, OpenMpiImproper, Abort, HydraAbort, Hydra, Srun])
            if (pattern.Match(words) is { Success: true } match)
                return new(Number(match.Groups["rank"]), Text(match.Groups["host"]), End(match));
        return null;
    }

    /// <summary>The process of that rank on its host, where MPICH tells this instead of the rank's number; null elsewhere.</summary>
    public static int? LostProcess(string words) => Number(HydraProcess.Match(words).Groups["process"]);

    private static string End(Match match) =>
        Text(match.Groups["signal"]) is { } signal ? $"signal {signal}"
        : Text(match.Groups["code"]) is { } code ? $"exit code {code}"
        : Text(match.Groups["words"]) ?? "exit without end of MPI";

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    private static string? Text(Group group) => group.Success ? group.Value : null;

    // A rank that is told to end says nothing.
    [GeneratedRegex(@"^Rank (?<rank>\d+) on (?<host>\S+): its process ends(?: with (?<words>an error that nothing catches)|, but its work is not done)", RegexOptions.Multiline)]
    private static partial Regex Own { get; }

    [GeneratedRegex(@"noticed\s+that\s+process\s+rank\s+(?<rank>\d+)\s+with\s+PID\s+\d+\s+on\s+node\s+(?<host>\S+)\s+exited\s+on\s+signal\s+(?<signal>\d+)")]
    private static partial Regex OpenMpiSignal { get; }

    [GeneratedRegex(@"Process name:\s+\[\[\d+,\d+\],(?<rank>\d+)\]\s+Exit code:\s+(?<code>\d+)")]
    private static partial Regex OpenMpiExit { get; }

    [GeneratedRegex(@"due\s+to\s+process\s+rank\s+(?<rank>\d+)\s+with\s+PID\s+\d+\s+on\s+node\s+(?<host>\S+)\s+exiting\s+improperly")]
    private static partial Regex OpenMpiImproper { get; }

    [GeneratedRegex(@"MPI_ABORT was invoked on rank (?<rank>\d+) in communicator MPI_COMM_WORLD\s+with errorcode (?<code>\d+)")]
    private static partial Regex Abort { get; }

    [GeneratedRegex(@"Abort\((?<code>\d+)\) on node (?<rank>\d+) \(rank")]
    private static partial Regex HydraAbort { get; }

    // The rank, and the second form of the end, since MPICH 4.1 and in Intel MPI. MPICH gives the signal as an exit code, and names it at the end.
    [GeneratedRegex(@"=\s+(?:RANK (?<rank>\d+) )?PID \d+ RUNNING AT (?<host>\S+)\s+=\s+(?:KILLED BY SIGNAL: (?<signal>\d+)|EXIT CODE: \d+[\s\S]*?EXIT STRING: .*\(signal (?<signal>\d+)\)|EXIT CODE: (?<code>\d+))")]
    private static partial Regex Hydra { get; }

    [GeneratedRegex(@"= +PID (?<process>\d+) RUNNING AT")]
    private static partial Regex HydraProcess { get; }

    [GeneratedRegex(@"srun: error: (?<host>\S+): tasks? (?<rank>\d+)[\d,-]*: (?:Exited with exit code (?<code>\d+)|(?<words>.+))")]
    private static partial Regex Srun { get; }
}
