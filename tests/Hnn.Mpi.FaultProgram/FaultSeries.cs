using System.Diagnostics;
using System.Globalization;

namespace Hnn.Mpi.FaultProgram;

/// <summary>Many faults of random kinds at random moments, each a line of a file; goes on where it was ended.</summary>
internal static class FaultSeries
{
    private static readonly string[] Launchers = ["mpiexec.openmpi", "mpiexec.mpich"];

    // Most faults meet trials that are shared out; each fourth meets ranks in lock step, which need longer.
    private static readonly SampleFit ByTrials = new(Evaluations: 200, StopTime: 10, Together: 24);
    private static readonly SampleFit ByCells = new(Evaluations: 10, StopTime: 40, Together: 9);

    /// <summary>Does faults until there are as many, or the time is over.</summary>
    /// <param name="results">The file that each is appended to.</param>
    /// <param name="count">How many there are to be in all.</param>
    /// <param name="time">After this no further one is begun.</param>
    public static int Run(string results, int count, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var hashes = new Dictionary<SampleFit, string>();
        var wrong = 0;
        for (var number = File.Exists(results) ? File.ReadLines(results).Count() : 0; number < count && clock.Elapsed < time; number++)
        {
            var (kind, launcher) = Case(number);
            var mode = number % 4 < 3 ? MpiMode.Trials : MpiMode.Cells;
            var fit = mode == MpiMode.Trials ? ByTrials : ByCells;
            if (!hashes.TryGetValue(fit, out var hash))
                hashes[fit] = hash = SampleFit.HashOf(fit.Run());
            var run = new FaultRun(launcher, mode, fit, hash) { Log = line => Trace(number, line) };
            var (outcome, moment) = Do(run, kind, new Random(number));
            File.AppendAllText(results, FaultRecord.Line(number, launcher, mode, kind, moment, outcome) + '\n');
            Console.WriteLine(FaultRecord.Line(number, launcher, mode, kind, moment, outcome));
            foreach (var left in outcome.Left)
                Console.WriteLine($"  left: {left}");
            wrong += outcome.End == FaultEnd.Wrong ? 1 : 0;
        }

        return wrong > 0 ? 1 : 0;
    }

    // A fit that was done before its fault is made again, with the fault at half the time.
    private static (FaultOutcome Outcome, TimeSpan Moment) Do(FaultRun run, FaultKind kind, Random random)
    {
        const double Longest = 6;
        var moment = TimeSpan.FromSeconds(Longest * random.NextDouble());
        var rank = random.Next(FaultyJob.Ranks);
        while (true)
        {
            var outcome = kind is FaultKind.ParentKilled or FaultKind.Interrupted ? run.OfParent(kind, moment) : run.OfJob(rank, moment, kind);
            if (outcome.End != FaultEnd.TooEarly)
                return (outcome, moment);
            moment /= 2;
        }
    }

    // Each kind under each launcher, in random order; then all of them again, in another.
    private static (FaultKind Kind, string Launcher) Case(int number)
    {
        var cases = (from kind in Enum.GetValues<FaultKind>() from launcher in Launchers select (kind, launcher)).ToArray();
        new Random(number / cases.Length).Shuffle(cases);
        return cases[number % cases.Length];
    }

    private static void Trace(int number, string line)
    {
        if (!line.StartsWith("Trial ", StringComparison.Ordinal) && !line.StartsWith("MPI will run", StringComparison.Ordinal))
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{number}] {line}"));
    }
}
