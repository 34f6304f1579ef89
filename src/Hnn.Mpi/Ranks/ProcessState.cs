using System.Globalization;

namespace Hnn.Mpi.Ranks;

// Tells a process of this host that only waits for its turn, as on a busy machine, from one that will not speak again.
internal static class ProcessState
{
    /// <summary>How long a process of this host may be silent or stopped before that counts: no network keeps it silent, only a busy machine, or somebody who stops it for a moment to look at it.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(3);

    /// <summary>False if the process is stopped or has ended; also where the system does not tell (elsewhere than on Linux), so that its silence decides.</summary>
    public static bool CanWork(int process) => StatusOf(process) is { State: not ('T' or 't' or 'Z' or 'X') };

    /// <summary>The stopped ones among a process, those that it has started, those that these have, and so on. None where the system does not tell.</summary>
    public static IEnumerable<int> StoppedOf(int process)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        var all = Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0).Select(number => (Number: number, Status: StatusOf(number))).ToArray();
        var children = all.ToLookup(each => each.Status?.Parent);
        var family = all.Where(each => each.Number == process).ToList();
        for (var next = 0; next < family.Count; next++)
            family.AddRange(children[family[next].Number]);
        return family.Where(member => member.Status is { State: 'T' or 't' }).Select(member => member.Number);
    }

    // The name, which may hold anything, stands in brackets before the state and the parent's number.
    private static (char State, int Parent)? StatusOf(int process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            var words = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            return (words[0][0], int.Parse(words[1], CultureInfo.InvariantCulture));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
