using System.Globalization;

namespace Hnn.Mpi.FaultProgram;

/// <summary>What a rank of the tests does besides its work: a deed, as soon as a file of its number says so.</summary>
public static class RankDeed
{
    /// <summary>Environment variable that names the folder of these files; by it the processes of a job are known, too.</summary>
    public const string Variable = "HNN_TEST_JOB";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    /// <summary>The rank that a process's environment makes it; null if it is none.</summary>
    public static int? RankOf(Func<string, string?> variable) =>
        int.TryParse(variable("OMPI_COMM_WORLD_RANK") ?? variable("PMI_RANK"), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : null;

    /// <summary>Tells a rank what to do; the next rank of that number does it if there is none now.</summary>
    public static void Order(string folder, int rank, FaultKind kind)
    {
        File.WriteAllText(FileOf(folder, rank) + ".new", kind.ToString());
        File.Move(FileOf(folder, rank) + ".new", FileOf(folder, rank), overwrite: true);
    }

    /// <summary>Lets this rank obey from now on.</summary>
    public static void Watch()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } folder && RankOf(Environment.GetEnvironmentVariable) is { } rank)
            new Thread(() => Obey(FileOf(folder, rank))) { IsBackground = true }.Start();
    }

    private static void Obey(string order)
    {
        while (!File.Exists(order))
            Thread.Sleep(Glance);
        var kind = Enum.Parse<FaultKind>(File.ReadAllText(order));
        File.Delete(order);
        switch (kind)
        {
            case FaultKind.RankThrows:
                throw new InvalidOperationException("Thrown on purpose.");
            case FaultKind.RankOverflows:
                Overflow(0);
                break;
            case FaultKind.RankExits:
                Environment.Exit(0);
                break;
        }
    }

    private static int Overflow(int depth) => 1 + Overflow(depth + 1) % 2;

    private static string FileOf(string folder, int rank) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"rank{rank}"));
}
