using System.Globalization;
using Hnn.Core.Optimization;

namespace Hnn.Mpi.FaultProgram;

/// <summary>A rank that does deeds, a parent that can be killed, or the long series of faults.</summary>
internal static class Program
{
    public static int Main(string[] arguments) => arguments switch
    {
        ["rank", ..] => RunRank(),
        ["fit", var launcher, var mode, var evaluations, var stopTime, var together, var folder, var checkpoint] =>
            Fit(new FaultyJob(launcher, Enum.Parse<MpiMode>(mode), folder), new SampleFit(Number(evaluations), double.Parse(stopTime, CultureInfo.InvariantCulture), Number(together)), checkpoint),
        ["hash", var evaluations] => Hash(Number(evaluations), launcher: null, ranks: 1),
        ["hash", var evaluations, var launcher, var ranks] => Hash(Number(evaluations), launcher, Number(ranks)),
        ["faults", var results, var count, var seconds] => FaultSeries.Run(results, Number(count), TimeSpan.FromSeconds(Number(seconds))),
        ["table", var results] => FaultTable.Print(results),
        _ => throw new ArgumentException("Say rank, fit, hash, faults or table, as Program.cs has it."),
    };

    private static int RunRank()
    {
        RankDeed.Watch();
        return Ranks.RankProgram.Run();
    }

    // The bits of a fit on threads, or on ranks.
    private static int Hash(int evaluations, string? launcher, int ranks)
    {
        using var backend = launcher is null ? null : new MpiBackend(MpiOptions.Default with { Launcher = launcher, Processes = ranks, RequiresMpi = true });
        Console.WriteLine(SampleFit.HashOf(new SampleFit(evaluations, StopTime: 20, Together: 20).Run()));
        return 0;
    }

    // Says when the ranks are ready, and how the fit ended.
    private static int Fit(FaultyJob job, SampleFit fit, string checkpoint)
    {
        using var cancellation = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            cancellation.Cancel();
        };
        var options = job.Options(obeys: false, line =>
        {
            if (line.StartsWith("The ranks are ready", StringComparison.Ordinal))
                Console.WriteLine("ready");
        });
        try
        {
            using var backend = new MpiBackend(options);
            var result = fit.Run(checkpoint, cancellation.Token);
            Console.WriteLine(result.StopReason == StopReason.Cancelled ? $"cancelled after {result.History.Length} evaluations" : "done");
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("cancelled before the first evaluation");
        }

        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
