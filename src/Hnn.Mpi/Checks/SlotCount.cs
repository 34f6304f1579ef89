using System.Globalization;
using System.Text.RegularExpressions;

namespace Hnn.Mpi.Checks;

// How many ranks there is room for, where somebody says so.
internal static partial class SlotCount
{
    /// <summary>The number by the host file, or by Slurm's allocation; null without both.</summary>
    /// <param name="options">Names the host file.</param>
    /// <param name="variable">Reads the environment.</param>
    public static int? Of(MpiOptions options, Func<string, string?> variable) =>
        options.HostFile is { } file ? File.ReadLines(file).Sum(OfLine)
        : int.TryParse(variable("SLURM_NTASKS"), NumberStyles.None, CultureInfo.InvariantCulture, out var tasks) ? tasks
        : null;

    // "host slots=8" is Open MPI's, "host:8" MPICH's; a host alone has one.
    private static int OfLine(string line)
    {
        var host = line.Split('#')[0].Trim();
        if (host.Length == 0)
            return 0;
        return Slots.Match(host) is { Success: true } match ? int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) : 1;
    }

    [GeneratedRegex(@"(?:\bslots\s*=\s*|^\S+:)(?<count>\d+)")]
    private static partial Regex Slots { get; }
}
