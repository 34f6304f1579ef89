using System.Globalization;

namespace Hnn.Mpi.FaultProgram;

/// <summary>The table of the document, made of the file of results.</summary>
internal static class FaultTable
{
    /// <summary>Prints a row for each kind and launcher, and one for all.</summary>
    /// <returns>0 if all ended as they should and left nothing.</returns>
    public static int Print(string results)
    {
        var all = FaultRecord.Read(results);
        Console.WriteLine("| fault | launcher | faults | same result | typed error | wrong | median notice, s | longest, s | left behind |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var group in all.GroupBy(record => (record.Kind, record.Launcher)).OrderBy(group => group.Key))
            Console.WriteLine(Row($"{Name(group.Key.Kind)} | {(group.Key.Launcher.EndsWith("mpich", StringComparison.Ordinal) ? "MPICH" : "Open MPI")}", [.. group]));
        Console.WriteLine(Row("**all** | ", all));
        return all.All(record => record is { End: FaultEnd.Same or FaultEnd.Error, Left: 0 }) ? 0 : 1;
    }

    private static string Row(string name, FaultRecord[] records)
    {
        var notices = records.Select(record => record.Notice).OfType<double>().Order().ToArray();
        var times = notices.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{(notices[(notices.Length - 1) / 2] + notices[notices.Length / 2]) / 2:F1} | {notices[^1]:F1}") : " | ";
        return $"| {name} | {records.Length} | {Count(FaultEnd.Same)} | {Count(FaultEnd.Error)} | {Count(FaultEnd.Wrong)} | {times} | {records.Sum(record => record.Left)} |";

        int Count(FaultEnd end) => records.Count(record => record.End == end);
    }

    private static string Name(FaultKind kind) => kind switch
    {
        FaultKind.RankKilled => "rank killed",
        FaultKind.RankStopped => "rank stopped",
        FaultKind.RankThrows => "rank throws",
        FaultKind.RankOverflows => "rank's stack overflows",
        FaultKind.RankExits => "rank exits with 0",
        FaultKind.LauncherKilled => "mpiexec killed",
        FaultKind.LauncherStopped => "mpiexec stopped",
        FaultKind.LauncherTerminated => "mpiexec terminated",
        FaultKind.ParentKilled => "parent killed",
        _ => "Ctrl-C",
    };
}
