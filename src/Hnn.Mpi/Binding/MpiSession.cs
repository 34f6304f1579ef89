namespace Hnn.Mpi.Binding;

/// <summary>MPI in this process, from its start to its end. There is one session in a process's life: MPI cannot be started again.</summary>
/// <remarks>Any thread may call, but only one at a time. A rank starts no other process while its session lasts.</remarks>
/// <example><code>
/// using var mpi = MpiSession.Start();
/// var ranks = new int[mpi.World.Size];
/// mpi.World.Allgather([mpi.World.Rank], ranks);
/// </code></example>
public sealed unsafe class MpiSession : IDisposable
{
    /// <summary>Words by which a mixture of two MPIs is told.</summary>
    internal const string Strangers = "they do not know each other";

    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(2);

    private MpiSession(MpiLibrary library)
    {
        Library = library;
        World = new(library, library.Constants.World, isOwned: false);
    }

    /// <summary>The library that runs the session.</summary>
    public MpiLibrary Library { get; }

    /// <summary>All ranks the launcher started.</summary>
    public MpiCommunicator World { get; }

    /// <summary>Opens the machine's MPI library and joins the other ranks; alone if no launcher started this process.</summary>
    /// <exception cref="MpiException">There is no library, it cannot start, it was started before in this process, or it is not the launcher's.</exception>
    public static MpiSession Start()
    {
        var library = MpiLibrary.Open();
        Initialize(library);
        var session = new MpiSession(library);
        if (Mismatch(library, session.World.Size, Environment.GetEnvironmentVariable) is not { } fault)
            return session;
        session.Dispose();
        throw fault;
    }

    /// <summary>Ends MPI in this process, together with all ranks: each waits here for the others. A second call does nothing.</summary>
    /// <remarks>After a fault of one rank the others would wait for ever: end the job with <see cref="MpiCommunicator.Abort"/> then.</remarks>
    public void Dispose()
    {
        var over = 0;
        _ = Library.Functions.Finalized(&over);
        if (over != 0)
            return;
        using var timer = EndOfAHangingLibrary();
        _ = Library.Functions.EndAll();
    }

    // Over TCP, MPICH may wait in MPI_Finalize for ever: one rank for the answer of another, and that one for all (openucx/ucx #8738).
    // Past a barrier nothing is left to be said, so the process may as well end without, though the launcher may then tell of a fault:
    // what a job is worth must not depend on the launcher's exit code. Open MPI does not hang.
    private Timer? EndOfAHangingLibrary()
    {
        if (OperatingSystem.IsWindows() || Library.Abi == MpiAbi.OpenMpi)
            return null;
        World.Barrier();
        return new(_ => SystemFunctions.ExitAtOnce(Environment.ExitCode), null, LastWait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The fault of N processes that were meant to be ranks of one job and are N jobs of one rank; null if there is none.</summary>
    internal static MpiException? Mismatch(MpiLibrary library, int ranks, Func<string, string?> variable) =>
        Launch.Processes(variable) is { } started && started != ranks ? new MpiException(Mismatch(library, ranks, started, Launch.Family(variable))) : null;

    private static string Mismatch(MpiLibrary library, int ranks, int started, MpiAbi? launcher) =>
        $"The launcher started {started} processes, but {library.Name} ({library.Version}) counts {ranks}: " +
        $"the launcher is {Name(launcher)} and the library is {Name(library.Abi)}, so {Strangers}. " +
        $"Start with the launcher that belongs to the library, or let {LibraryNames.Variable} name the library that belongs to the launcher " +
        $"(Open MPI: libmpi.so.40; MPICH family: libmpich.so.12 or libmpi.so.12); unset, it is looked for.";

    private static string Name(MpiAbi? family) => family switch
    {
        MpiAbi.OpenMpi => "Open MPI's",
        MpiAbi.Mpich => "of the MPICH family",
        MpiAbi.Standard => "of the standard ABI",
        _ => "another's",
    };

    private static void Initialize(MpiLibrary library)
    {
        var functions = library.Functions;
        int started = 0, granted = 0;
        library.Check(functions.Initialized(&started), "MPI_Initialized");
        if (started != 0)
            throw new MpiException("MPI was started before in this process, and cannot be started twice. Keep one MpiSession for the whole life of the process.");
        library.Check(functions.InitThread(null, null, library.Constants.Serialized, &granted), "MPI_Init_thread");
        if (granted >= library.Constants.Serialized)
            return;
        _ = functions.EndAll();
        throw new MpiException($"{library.Name} ({library.Version}) was built without support of threads, which .NET needs. Use a library with MPI_THREAD_SERIALIZED or above.");
    }
}
