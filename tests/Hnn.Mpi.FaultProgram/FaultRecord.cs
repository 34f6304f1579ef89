using System.Globalization;

namespace Hnn.Mpi.FaultProgram;

/// <summary>A line of the file of results.</summary>
/// <param name="Launcher">The launcher of the job.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="End">How it ended.</param>
/// <param name="Notice">Seconds until it was noticed; null if the work was done before.</param>
/// <param name="Left">Number of processes and files left behind.</param>
internal sealed record FaultRecord(string Launcher, FaultKind Kind, FaultEnd End, double? Notice, int Left)
{
    /// <summary>The line: number, launcher, mode, kind, moment in s, end, time to notice in s, leftovers.</summary>
    public static string Line(int number, string launcher, MpiMode mode, FaultKind kind, TimeSpan moment, FaultOutcome outcome) =>
        string.Create(CultureInfo.InvariantCulture, $"{number},{launcher},{mode},{kind},{moment.TotalSeconds:F2},{outcome.End},{outcome.Notice:F2},{outcome.Left.Count}");

    /// <summary>All lines of a file.</summary>
    public static FaultRecord[] Read(string results) => [.. File.ReadLines(results).Select(line => line.Split(',')).Select(words => new FaultRecord(
        words[1], Enum.Parse<FaultKind>(words[3]), Enum.Parse<FaultEnd>(words[5]), words[6].Length > 0 ? double.Parse(words[6], CultureInfo.InvariantCulture) : null, int.Parse(words[7], CultureInfo.InvariantCulture)))];
}
