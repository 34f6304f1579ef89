using System.Diagnostics;
using System.Globalization;

namespace Hnn.Mpi.FaultProgram;

/// <summary>A fit to which something happens.</summary>
/// <param name="launcher">Name of the launcher.</param>
/// <param name="mode">What is shared out.</param>
/// <param name="fit">The fit.</param>
/// <param name="expected">Hash of its result without faults.</param>
public sealed class FaultRun(string launcher, MpiMode mode, SampleFit fit, string expected)
{
    // A fit takes seconds; what takes longer than this hangs.
    private static readonly TimeSpan HangLimit = TimeSpan.FromMinutes(3);

    /// <summary>How long processes and files of a job may outlive it.</summary>
    public static TimeSpan EndLimit { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Told what the backend says, and what went wrong. Default: nobody.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>Fits in this process, and lets faults happen to the job.</summary>
    /// <param name="rank">The rank that they happen to.</param>
    /// <param name="moment">Time to each fault: from the start of work that is shared out, or, if there was a fault, from that of the ranks.</param>
    /// <param name="kinds">The faults, each to another start of the ranks.</param>
    public FaultOutcome OfJob(int rank, TimeSpan moment, params FaultKind[] kinds) => InFolder(job => OfJob(job, moment, kinds, kind => job.Do(kind, rank)));

    /// <summary>Fits in this process, kills the launcher, and kills the next one before its ranks are ready.</summary>
    /// <param name="moment">Time from the start of work to the first fault.</param>
    public FaultOutcome OfStart(TimeSpan moment) => InFolder(job => OfJob(job, moment, [FaultKind.LauncherKilled], kind =>
    {
        var first = job.Launcher;
        var isDone = job.Do(kind, rank: 0);
        _ = Task.Run(() => SpinWait.SpinUntil(() => job.Launcher is { } next && next != first && job.Do(kind, rank: 0), HangLimit));
        return isDone;
    }));

    /// <summary>Fits in a process of its own, lets a fault happen to that, and takes the fit up again from its checkpoint, on threads.</summary>
    /// <param name="kind">Whether it is killed or interrupted.</param>
    /// <param name="moment">Time from the start of work to the fault.</param>
    public FaultOutcome OfParent(FaultKind kind, TimeSpan moment) => InFolder(job => OfParent(job, kind, moment));

    private FaultOutcome InFolder(Func<FaultyJob, FaultOutcome> harm)
    {
        var folder = Directory.CreateTempSubdirectory("hnn-fault").FullName;
        var job = new FaultyJob(launcher, mode, folder);
        try
        {
            return harm(job);
        }
        finally
        {
            job.Clear();
            Directory.Delete(folder, recursive: true);
        }
    }

    private FaultOutcome OfJob(FaultyJob job, TimeSpan moment, FaultKind[] kinds, Func<FaultKind, bool> harm)
    {
        using var starts = new SemaphoreSlim(0);
        var noticed = new List<long>();
        var calls = 0;
        var options = job.Options(kinds.Any(FaultyJob.IsDeed), Note);
        var fitting = Task.Run(() => HashIn(options));
        var begins = new List<long>();
        foreach (var kind in kinds)
        {
            while (!starts.Wait(TimeSpan.FromMilliseconds(50)) && !fitting.IsCompleted)
            {
            }

            if (fitting.IsCompleted || Ended(fitting, moment))
                break;
            if (harm(kind))
                begins.Add(Stopwatch.GetTimestamp());
        }

        var end = EndOf(fitting, out var error);
        var left = job.Leftovers(EndLimit);
        var notice = begins.Count > 0 && noticed.Count > 0 ? Stopwatch.GetElapsedTime(begins[0], noticed[0]).TotalSeconds : (double?)null;
        return new FaultOutcome(begins.Count < kinds.Length && end == FaultEnd.Same ? FaultEnd.TooEarly : end, notice, left) { Error = error };

        void Note(string line)
        {
            Log(line);
            if (line.Contains("are started again", StringComparison.Ordinal))
                noticed.Add(Stopwatch.GetTimestamp());
            // A fit's first evaluation is a call by itself; what all others share out is the second, and ranks are started again once in each call.
            if (line.StartsWith("The ranks are ready", StringComparison.Ordinal) ? noticed.Count > 0 : line.StartsWith("MPI will run", StringComparison.Ordinal) && ++calls == Math.Min(2, fit.Evaluations))
                starts.Release();
        }
    }

    private FaultOutcome OfParent(FaultyJob job, FaultKind kind, TimeSpan moment)
    {
        var checkpoint = Path.Combine(job.Folder, "checkpoint");
        string[] words = ["env", "--default-signal=INT", "dotnet", typeof(FaultRun).Assembly.Location, "fit", launcher, mode.ToString(), $"{fit.Evaluations}", fit.StopTime.ToString(CultureInfo.InvariantCulture), $"{fit.Together}", job.Folder, checkpoint];
        // A group of its own, which Ctrl-C reaches, also where whoever runs the tests in the background ignores it.
        using var parent = Process.Start(new ProcessStartInfo("setsid", words) { RedirectStandardOutput = true })!;
        var ready = parent.StandardOutput.ReadLine();
        if (ready != "ready" || parent.WaitForExit(moment))
            return new FaultOutcome(ready == "ready" ? FaultEnd.TooEarly : FaultEnd.Wrong, null, []);
        var begin = Stopwatch.GetTimestamp();
        job.DoToParent(kind, parent.Id);
        var last = parent.StandardOutput.ReadToEndAsync();
        var isOver = parent.WaitForExit(HangLimit);
        var left = job.Leftovers(EndLimit);
        var notice = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (!isOver)
            parent.Kill(entireProcessTree: true);
        Log($"The parent ended with code {parent.ExitCode}, and said: {last.Result.Trim()}");
        if (last.Result.StartsWith("done", StringComparison.Ordinal))
            return new FaultOutcome(FaultEnd.TooEarly, null, left);
        var isRight = isOver && (kind == FaultKind.ParentKilled || last.Result.StartsWith("cancelled", StringComparison.Ordinal)) && SampleFit.HashOf(fit.Run(checkpoint)) == expected;
        return new FaultOutcome(isRight ? FaultEnd.Same : FaultEnd.Wrong, notice, left);
    }

    private string HashIn(MpiOptions options)
    {
        using (new MpiBackend(options))
            return SampleFit.HashOf(fit.Run());
    }

    private static bool Ended(Task fitting, TimeSpan moment) => Task.WaitAny([fitting], moment) == 0;

    private FaultEnd EndOf(Task<string> fitting, out MpiSimulationException? error)
    {
        error = null;
        if (!Ended(fitting, HangLimit))
        {
            Log("It hangs.");
            return FaultEnd.Wrong;
        }

        if (fitting.IsCompletedSuccessfully)
            return fitting.Result == expected ? FaultEnd.Same : FaultEnd.Wrong;
        Log(fitting.Exception!.InnerException!.ToString());
        error = fitting.Exception.InnerException as MpiSimulationException;
        return error is null ? FaultEnd.Wrong : FaultEnd.Error;
    }
}
