using System.Collections.Immutable;

namespace Hnn.Mpi;

/// <summary>How the ranks of an MPI job are started, and how long they may be silent or idle.</summary>
/// <example><c>var cluster = MpiOptions.Default with { Processes = 64, HostFile = "hosts" };</c></example>
public sealed record MpiOptions
{
    /// <summary>One rank per processor, started by mpiexec on this machine.</summary>
    public static MpiOptions Default { get; } = new();

    /// <summary>Number of ranks. At least 1. Default: the number of this machine's processors.</summary>
    public int Processes { get; init; } = System.Environment.ProcessorCount;

    /// <summary>
    /// What starts the ranks: a program such as mpiexec, mpirun or srun, by name or path. Or a whole command that holds {n} for the number of
    /// ranks and {program} for what they run (at the end where it is left out), with words grouped by double quotes. Default: mpiexec.
    /// </summary>
    /// <example><c>"srun --mpi=pmi2 -K1 -n {n} {program}"</c></example>
    public string Launcher { get; init; } = "mpiexec";

    /// <summary>Further arguments for the launcher, each passed as it stands before the ranks' program. Default: none.</summary>
    public ImmutableArray<string> ExtraArguments { get; init; } = [];

    /// <summary>Path of a file that names the hosts to use, in the launcher's own format. Default: null, the launcher's choice.</summary>
    public string? HostFile { get; init; }

    /// <summary>Number of threads of each rank. At least 1. Results do not depend on it. Default: 1.</summary>
    public int ThreadsPerRank { get; init; } = 1;

    /// <summary>Longest silence of a rank; after it, the rank counts as lost. One of this host that is seen to be stopped or gone does so after 3 s. Positive. Default: 30 s.</summary>
    public TimeSpan HeartbeatTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long ranks without work are kept for the next. Positive. Default: 10 min.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Further environment variables of the ranks. Default: none.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What is shared out among the ranks. Default: trials if there are several, else cells.</summary>
    public MpiMode Mode { get; init; } = MpiMode.Auto;

    /// <summary>
    /// Whether ranks that cannot be started are an error. If not, simulations run on the threads of this process, with the same results, and one sentence says so. Default: false.
    /// </summary>
    public bool RequiresMpi { get; init; }

    /// <summary>Told in sentences what happens: what is shared out, each trial's end, a new start; from any thread, for example <c>Console.WriteLine</c>. Default: nobody.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Told twice a second how far each rank is; from any thread. Default: nobody.</summary>
    public IProgress<RankProgress>? RankProgress { get; init; }

    /// <summary>Checks the numbers and words.</summary>
    /// <exception cref="ArgumentException">One is out of its range, or two contradict each other.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Processes, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(Launcher);
        ArgumentOutOfRangeException.ThrowIfLessThan(ThreadsPerRank, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(HeartbeatTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(IdleTimeout, TimeSpan.Zero);
        if (!Enum.IsDefined(Mode))
            throw new ArgumentException($"There is no mode {(int)Mode}. Pass one of {string.Join(", ", Enum.GetNames<MpiMode>())}.");
        if (HostFile is not null && !File.Exists(HostFile))
            throw new ArgumentException($"The host file '{HostFile}' does not exist. Let {nameof(HostFile)} name an existing file, or leave it out to run where the launcher chooses.");
        if (HostFile is not null && IsTemplate)
            throw new ArgumentException($"{nameof(Launcher)} is a whole command, into which a host file cannot be put. Write the host file into the command, and leave out {nameof(HostFile)}.");
    }

    /// <summary>Whether the launcher is a whole command and not just a program.</summary>
    internal bool IsTemplate => Launcher.Contains("{n}", StringComparison.Ordinal);
}
