using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Hnn.Mpi.FaultProgram;

/// <summary>A job that harm is done to: how it is started, its processes, and what it must not leave behind.</summary>
/// <param name="launcher">Name of the launcher: mpiexec.openmpi or mpiexec.mpich.</param>
/// <param name="mode">What is shared out.</param>
/// <param name="folder">An empty folder of its own.</param>
public sealed partial class FaultyJob(string launcher, MpiMode mode, string folder)
{
    /// <summary>Number of its ranks.</summary>
    public const int Ranks = 3;

    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;
    private const int Stop = 19;

    private readonly HashSet<string> _files = [];

    /// <summary>The folder that its processes have in their environment.</summary>
    public string Folder { get; } = folder;

    /// <summary>Its living processes.</summary>
    public ImmutableArray<JobProcess> Processes => JobProcess.Of(Folder);

    /// <summary>Its launcher, the last one; a copy of itself that is about to become a rank does not count.</summary>
    public JobProcess? Launcher => LauncherAmong(Processes);

    /// <summary>Options of its backend.</summary>
    /// <param name="obeys">Whether its ranks do deeds, or are those of the product.</param>
    /// <param name="log">Told what happens.</param>
    public MpiOptions Options(bool obeys, Action<string> log) => MpiOptions.Default with
    {
        Processes = Ranks, Mode = mode, Log = log, RequiresMpi = true,
        // The runner is then an argument of ours that is not used.
        Launcher = obeys ? $"{launcher} {(launcher.EndsWith("openmpi", StringComparison.Ordinal) ? "--oversubscribe --bind-to none " : "")}-n {{n}} dotnet \"{typeof(FaultyJob).Assembly.Location}\" rank" : launcher,
        Environment = ImmutableDictionary.CreateRange<string, string>([new(RankDeed.Variable, Folder), new("OMPI_ALLOW_RUN_AS_ROOT", "1"), new("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1")]),
    };

    /// <summary>Whether a fault is done by a rank itself.</summary>
    public static bool IsDeed(FaultKind kind) => kind is FaultKind.RankThrows or FaultKind.RankOverflows or FaultKind.RankExits;

    /// <summary>Does harm to a rank or the launcher, those that started last.</summary>
    /// <returns>False if the job had no such process.</returns>
    public bool Do(FaultKind kind, int rank)
    {
        var processes = Processes;
        NoteFiles(processes);
        if (IsDeed(kind))
        {
            RankDeed.Order(Folder, rank, kind);
            return processes.Any(process => process.Rank == rank);
        }

        var victim = kind is FaultKind.RankKilled or FaultKind.RankStopped ? processes.LastOrDefault(process => process.Rank == rank) : LauncherAmong(processes);
        return victim is not null && Send(victim.Id, kind switch
        {
            FaultKind.RankStopped or FaultKind.LauncherStopped => Stop,
            FaultKind.LauncherTerminated => Terminate,
            _ => Kill,
        }) == 0;
    }

    /// <summary>Does harm to the process that fits, or to its whole group.</summary>
    public void DoToParent(FaultKind kind, int process)
    {
        NoteFiles(Processes);
        _ = kind == FaultKind.Interrupted ? Send(-process, Interrupt) : Send(process, Kill);
    }

    /// <summary>Waits until all processes and files of the job are gone.</summary>
    /// <returns>What is left.</returns>
    public ImmutableArray<string> Leftovers(TimeSpan patience)
    {
        ImmutableArray<string> left = [];
        SpinWait.SpinUntil(() => (left = [.. Processes.Select(process => process.ToString()), .. _files.Where(Path.Exists)]).IsEmpty, patience);
        return left;
    }

    /// <summary>Ends what a test has found left, so that it is no other's trouble.</summary>
    public void Clear()
    {
        foreach (var process in Processes)
            _ = Send(process.Id, Kill);
    }

    private static JobProcess? LauncherAmong(ImmutableArray<JobProcess> processes) =>
        processes.LastOrDefault(process => process.IsLauncher && !processes.Any(other => other.Id == process.Parent));

    // Open MPI's folder of the job has the launcher's number, and ranks know their shared memory.
    private void NoteFiles(ImmutableArray<JobProcess> processes)
    {
        _files.UnionWith(processes.SelectMany(process => process.SharedMemory()));
        foreach (var process in processes.Where(process => process.IsLauncher))
            _files.UnionWith(Directory.GetDirectories(Path.GetTempPath(), "ompi.*").Select(user => Path.Combine(user, string.Create(CultureInfo.InvariantCulture, $"pid.{process.Id}"))).Where(Directory.Exists));
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
