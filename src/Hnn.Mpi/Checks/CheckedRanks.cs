using System.Collections.Immutable;
using System.Diagnostics;
using Hnn.Core.Backends;
using Hnn.Core.Networks;
using Hnn.Core.Simulation;
using Hnn.Core.Verification;
using Hnn.Mpi.Messages;
using Hnn.Mpi.Pool;
using Hnn.Mpi.Wire;
using MathNet.Numerics.Statistics;

namespace Hnn.Mpi.Checks;

// Ranks that have started: times their messages, and lets them simulate.
internal sealed class CheckedRanks(RankPool pool, MpiOptions options, CancellationToken cancellation)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(0.2);

    // Few meetings first, to see how many fit into a moment.
    private const int FirstRounds = 5;
    private const int MostRounds = 1000;
    private const double Moment = 100;

    private const int RoundTrips = 21;
    private const int Bytes = 1 << 20;

    private readonly Network _net = SmallNetwork();

    /// <summary>How long messages take.</summary>
    public MpiTimings Time()
    {
        var first = Meet(FirstRounds);
        var meeting = Meet((int)Math.Clamp(Moment / (first.Barrier + first.Allgather + first.Allgatherv), FirstRounds, MostRounds));
        var roundTrip = Enumerable.Range(0, RoundTrips).Select(trip => Ask(trip % pool.Hello.Ranks.Length, new MeasureContent(Rounds: 0, Bytes: 0)).Milliseconds).Median();
        var bulk = Ask(rank: 0, new MeasureContent(Rounds: 0, Bytes)).Milliseconds;
        return new(meeting.Barrier, meeting.Allgather, meeting.Allgatherv, roundTrip, 1e3 * Bytes / bulk);
    }

    /// <summary>What must not be shared out, as results then differ from those of this process's threads: "trials", "cells".</summary>
    public ImmutableArray<string> Differences()
    {
        var sharings = ImmutableArray.Create(("trials", MpiMode.Trials, options.Processes), ("cells", MpiMode.Cells, 1));
        return [.. sharings.Where(sharing => !IsSame(sharing.Item2, sharing.Item3)).Select(sharing => sharing.Item1)];
    }

    private bool IsSame(MpiMode mode, int trials) =>
        (mode == MpiMode.Cells && options.Processes > _net.CellCount) || HashOn(new OnPool(pool, options, mode), trials) == HashOn(null, trials);

    private string HashOn(ISimulationBackend? backend, int trials)
    {
        using (SimulationBackend.Use(backend))
            return OutputHash.Of(_net.Simulate(SimulationOptions.Default with { StopTime = 40, Trials = trials }, cancellation: cancellation));
    }

    private MeetingContent Meet(int rounds)
    {
        // Ranks that meet have no time for signs of life.
        pool.IsInLockStep = true;
        var (answer, _) = Ask(Message.AllRanks, new MeasureContent(rounds, Bytes: 0));
        pool.IsInLockStep = false;
        return WireFormat.Read<MeetingContent>(answer.Content.Span);
    }

    private (Message Answer, double Milliseconds) Ask(int rank, MeasureContent content)
    {
        var number = pool.NextNumber();
        var begin = Stopwatch.GetTimestamp();
        pool.Send(new Message(MessageKind.Measure, rank, number, WireFormat.Write(content)));
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (pool.Take(Glance) is { Kind: MessageKind.Measure } answer && answer.Number == number)
                return (answer, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
    }

    private static Network SmallNetwork()
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });
        net.AddDefaultErpDrives();
        return net;
    }

    // The ranks as they are, with no second try: whatever goes wrong is to be seen.
    private sealed class OnPool(RankPool pool, MpiOptions options, MpiMode mode) : ISimulationBackend
    {
        public void Run(IReadOnlyList<SimulationJob> jobs, Action<TrialOutcome> finished, IProgress<double>? progress = null, CancellationToken cancellation = default)
        {
            var run = new PoolRun(pool, jobs, options, finished, progress: null);
            (int Job, int Trial)[] trials = [.. jobs.SelectMany((job, index) => job.Trials.Select((_, trial) => (index, trial)))];
            run.Run(trials, byCells: mode == MpiMode.Cells, cancellation);
        }
    }
}
