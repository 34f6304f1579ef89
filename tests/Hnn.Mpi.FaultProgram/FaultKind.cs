namespace Hnn.Mpi.FaultProgram;

/// <summary>What befalls a job.</summary>
public enum FaultKind
{
    /// <summary>A rank is killed (SIGKILL).</summary>
    RankKilled,

    /// <summary>A rank is stopped and never goes on (SIGSTOP).</summary>
    RankStopped,

    /// <summary>A rank throws what nobody catches.</summary>
    RankThrows,

    /// <summary>A rank's stack overflows.</summary>
    RankOverflows,

    /// <summary>A rank ends with code 0, as if all were done.</summary>
    RankExits,

    /// <summary>The launcher is killed (SIGKILL).</summary>
    LauncherKilled,

    /// <summary>The launcher is stopped and never goes on (SIGSTOP).</summary>
    LauncherStopped,

    /// <summary>The launcher is asked to end (SIGTERM).</summary>
    LauncherTerminated,

    /// <summary>The process that fits is killed (SIGKILL).</summary>
    ParentKilled,

    /// <summary>Ctrl-C: the process that fits, the launcher and the ranks get SIGINT.</summary>
    Interrupted,
}
