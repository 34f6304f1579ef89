using System.Collections.Immutable;

namespace Hnn.Mpi.Checks;

/// <summary>Whether MPI works here: what was found, and the numbers behind it. Immutable.</summary>
/// <example><c>MpiCheck.Run(MpiOptions.Default with { Processes = 2 })</c></example>
public sealed record MpiCheck
{
    /// <summary>The launcher's full path; null if there is none.</summary>
    public string? Launcher { get; init; }

    /// <summary>Whose launcher it is, such as Open MPI; null if there is none.</summary>
    public string? Family { get; init; }

    /// <summary>Number of the launcher's version; empty if it tells none.</summary>
    public string Version { get; init; } = "";

    /// <summary>The ranks' MPI library in its own words, with its file; null if no rank spoke.</summary>
    public string? Library { get; init; }

    /// <summary>Number of ranks that were asked for.</summary>
    public required int Processes { get; init; }

    /// <summary>Name of each rank's host. Shape: [rank]; empty if no rank spoke.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Number of processors that this process may use.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;

    /// <summary>How many ranks the host file or Slurm has room for; null if neither says so.</summary>
    public int? Slots { get; init; }

    /// <summary>Time from the launcher's start until all ranks could take work; null if they could not.</summary>
    public TimeSpan? StartTime { get; init; }

    /// <summary>How long messages take; null if they were not measured.</summary>
    public MpiTimings? Timings { get; init; }

    /// <summary>Whether a small simulation has, on the ranks, the bits that it has on threads; null if there was none.</summary>
    public bool? HasSameBits { get; init; }

    /// <summary>All that was found, in the order of looking.</summary>
    public ImmutableArray<MpiFinding> Findings { get; init; } = [];

    /// <summary>Whether ranks start, speak and simulate with the same bits.</summary>
    public bool Works => HasSameBits == true && Findings.All(finding => finding.Kind != MpiFindingKind.Fault);

    /// <summary>Looks for the launcher, starts ranks, times them, lets them simulate, and ends them. Takes some seconds.</summary>
    /// <param name="options">How the ranks are started. Default: two ranks, by mpiexec.</param>
    /// <param name="cancellation">Ends it early, once the ranks have started. Default: never.</param>
    /// <returns>What was found; that MPI is missing or broken stands there, too.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static MpiCheck Run(MpiOptions? options = null, CancellationToken cancellation = default)
    {
        var chosen = options ?? MpiOptions.Default with { Processes = 2 };
        chosen.Check();
        return new CheckRun(chosen).Run(cancellation);
    }

    /// <summary>The findings, one per line, each after "ok", "note" or "fault".</summary>
    public override string ToString() => string.Join(Environment.NewLine, Findings);
}
