using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Hnn.Mpi.FaultProgram;

/// <summary>A living process of a job, as the system tells it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Parent">Number of the process that started it.</param>
/// <param name="Command">Its command.</param>
/// <param name="Rank">Which rank it is; null if it is none.</param>
public sealed record JobProcess(int Id, int Parent, string Command, int? Rank)
{
    /// <summary>Whether it is what this process started: no proxy and no rank.</summary>
    public bool IsLauncher => Rank is null && Command.Contains("mpiexec", StringComparison.Ordinal);

    /// <summary>All processes whose environment has the job's folder, wherever they hang in the tree; those that have ended but were not waited for have none.</summary>
    public static ImmutableArray<JobProcess> Of(string folder)
    {
        var mark = $"{RankDeed.Variable}={folder}";
        return [.. Directory.GetDirectories("/proc").Select(path => Read(path, mark)).OfType<JobProcess>().OrderBy(process => process.Id)];
    }

    /// <summary>Files of shared memory that it uses, and that still have a name.</summary>
    public ImmutableArray<string> SharedMemory() =>
        [.. Lines($"/proc/{Id}/maps").Where(line => line.Contains("/dev/shm/", StringComparison.Ordinal)).Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..]).Distinct().Where(File.Exists)];

    private static JobProcess? Read(string path, string mark)
    {
        if (!int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var variables = Text(Path.Combine(path, "environ")).Split('\0');
        if (!variables.Contains(mark))
            return null;
        var status = Text(Path.Combine(path, "stat"));
        var fields = status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 2 || fields[0] == "Z"
            ? null
            : new(id, int.Parse(fields[1], CultureInfo.InvariantCulture), Text(Path.Combine(path, "cmdline")).Replace('\0', ' '), RankDeed.RankOf(name =>
                variables.FirstOrDefault(variable => variable.StartsWith(name + '=', StringComparison.Ordinal))?[(name.Length + 1)..]));
    }

    private static string[] Lines(string path) => Text(path).Split('\n');

    // A process may end while it is looked at, and another user's may not be looked at.
    private static string Text(string path)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
