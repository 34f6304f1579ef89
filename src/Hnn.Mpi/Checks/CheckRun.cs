using System.Diagnostics;
using System.Globalization;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Launching;
using Hnn.Mpi.Pool;

namespace Hnn.Mpi.Checks;

// One look at MPI, from the launcher to a simulation; it goes as far as things work.
internal sealed class CheckRun(MpiOptions options)
{
    // Ranks that need so long to meet lose time with cells shared out.
    private const double SlowMeeting = 1;

    private readonly List<MpiFinding> _findings = [];
    private MpiCheck _check = new() { Processes = options.Processes };

    public MpiCheck Run(CancellationToken cancellation)
    {
        try
        {
            if (IsLauncherFound())
                UseRanks(cancellation);
        }
        catch (MpiException fault)
        {
            if (fault.Message.Contains(MpiSession.Strangers, StringComparison.Ordinal))
                Fault("Two MPIs are mixed: the launcher belongs to one, and the library that the ranks found to another.");
            Fault(fault.Message);
        }
        catch (MpiSimulationException lost)
        {
            Fault(lost.Message);
        }

        if (_findings.Exists(finding => finding.Kind == MpiFindingKind.Fault))
            _findings.AddRange(Advice.WithoutMpi(_check).Select(text => new MpiFinding(MpiFindingKind.Note, text)));
        return _check with { Findings = [.. _findings] };
    }

    /// <summary>Looks for the launcher alone; no rank is started.</summary>
    public MpiCheck Look()
    {
        try
        {
            _ = IsLauncherFound();
        }
        catch (MpiException fault)
        {
            Fault(fault.Message);
        }

        return _check with { Findings = [.. _findings] };
    }

    /// <summary>A family's name for people.</summary>
    public static string NameOf(LauncherFamily family) => family switch
    {
        LauncherFamily.OpenMpi => "Open MPI",
        LauncherFamily.Hydra => "MPICH family",
        LauncherFamily.MsMpi => "Microsoft MPI",
        LauncherFamily.Slurm => "Slurm",
        _ => "unknown family",
    };

    private bool IsLauncherFound()
    {
        var program = options.IsTemplate ? LaunchTemplate.Words(options.Launcher)[0] : options.Launcher;
        if (ProgramPath.Find(program) is not { } path)
        {
            Fault($"The launcher '{program}' is not found, on the PATH or as a file: MPI is not installed here, or not loaded.{(program.Contains(' ', StringComparison.Ordinal) ? " A whole command must hold {n} for the number of ranks." : "")}");
            return false;
        }

        var family = LauncherFamilies.Of(program);
        _check = _check with { Launcher = path, Family = NameOf(family), Version = LauncherFamilies.NumberOf(path), Slots = SlotCount.Of(options, Environment.GetEnvironmentVariable) };
        Ok($"The launcher is {path}: {_check.Family}{(_check.Version.Length > 0 ? $", version {_check.Version}" : "")}.");
        if (Environment.GetEnvironmentVariable(LibraryNames.Variable) is { Length: > 0 } library)
            Note($"{LibraryNames.Variable} names the library '{library}', so no other is looked for.");
        if (Advice.OtherLaunchers(path) is { Length: > 0 } others)
            Note($"There are other launchers, too: {string.Join(", ", others)}. Each starts only ranks whose library is of its own family.");
        if (family == LauncherFamily.OpenMpi && Environment.UserName == "root")
            Note("You are root, for whom Open MPI starts nothing unless OMPI_ALLOW_RUN_AS_ROOT=1 and OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 are set.");
        return true;
    }

    private void UseRanks(CancellationToken cancellation)
    {
        Ok($"This host has {_check.Processors} processor(s){(_check.Slots is { } slots ? $"; there is room for {slots} ranks by {(options.HostFile is null ? "Slurm" : "the host file")}" : "")}.");
        var begin = Stopwatch.GetTimestamp();
        using var pool = RankPool.Start(options, cancellation);
        _check = _check with { StartTime = Stopwatch.GetElapsedTime(begin), Library = pool.Hello.Library, Hosts = [.. pool.Hello.Ranks.Select(rank => rank.Host)] };
        var hosts = _check.Hosts.CountBy(host => host).ToArray();
        Ok(Text($"{options.Processes} rank(s) started in {_check.StartTime.Value.TotalSeconds:F2} s and speak: {string.Join(", ", hosts.Select(host => $"{host.Value} on {host.Key}"))}."));
        Ok($"Their library is {pool.Hello.Library}.");
        var here = _check.Hosts.Count(host => host == Environment.MachineName);
        if (here > _check.Processors)
            Note($"{here} ranks share {_check.Processors} processor(s) of this host. They get no faster by that: ask for at most {_check.Processors} here, or name more hosts.");

        var ranks = new CheckedRanks(pool, options, cancellation);
        Time(ranks);
        Compare(ranks);
    }

    private void Time(CheckedRanks ranks)
    {
        var times = ranks.Time();
        _check = _check with { Timings = times };
        Ok($"Among the ranks, a barrier takes {Duration(times.Barrier)}, an Allgather of 1 int {Duration(times.Allgather)}, an Allgatherv of 100 doubles {Duration(times.Allgatherv)}.");
        Ok(Text($"An empty piece of work is answered after {Duration(times.RoundTrip)}, and rank 0 sends this process {times.BytesPerSecond / 1e6:F1} MB/s."));
        if (times.Allgatherv > SlowMeeting)
            Note("The ranks meet slowly: their processors are busy, or the network is. Share out trials rather than cells.");
    }

    private void Compare(CheckedRanks ranks)
    {
        var faults = ranks.Differences();
        _check = _check with { HasSameBits = faults.Length == 0 };
        if (faults.Length == 0)
            Ok("A small simulation has the same bits on the ranks as on the threads of this process.");
        else
            Fault($"A small simulation has other bits on the ranks than on the threads of this process, with {string.Join(" and with ", faults)} shared out. Let all hosts have the same version of Hnn; if they have, please report it.");
    }

    private static string Duration(double milliseconds) => milliseconds < 1 ? Text($"{1e3 * milliseconds:F1} µs") : Text($"{milliseconds:F1} ms");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Ok(string text) => _findings.Add(new(MpiFindingKind.Ok, text));

    private void Note(string text) => _findings.Add(new(MpiFindingKind.Note, text));

    private void Fault(string text) => _findings.Add(new(MpiFindingKind.Fault, text));
}
