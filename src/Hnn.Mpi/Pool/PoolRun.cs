using System.Diagnostics;
using Hnn.Core.Backends;
using Hnn.Mpi.Messages;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Pool;

/// <summary>One call's work on a pool: hands it out, tells what came of it, and stops it when that is wished.</summary>
/// <param name="pool">The pool.</param>
/// <param name="jobs">All jobs.</param>
/// <param name="options">How the ranks work.</param>
/// <param name="told">Told what became of each trial, by the thread that runs.</param>
/// <param name="progress">Told how much of the present work is done, in trials.</param>
internal sealed class PoolRun(RankPool pool, IReadOnlyList<SimulationJob> jobs, MpiOptions options, Action<TrialOutcome> told, Action<double>? progress)
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(0.2);

    // A simulation notices a cancellation within a millisecond of simulated time.
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(5);

    private readonly Dictionary<int, Piece> _active = [];
    private int _finished;

    /// <summary>Simulates trials.</summary>
    /// <param name="trials">Index of each trial's job, and of the trial within it.</param>
    /// <param name="byCells">Whether all ranks share each trial's cells out, and not whole trials.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="MpiSimulationException">A rank was lost or failed.</exception>
    public void Run(IReadOnlyCollection<(int Job, int Trial)> trials, bool byCells, CancellationToken cancellation)
    {
        if (byCells)
            RunCells([.. trials.Select(trial => new WorkUnit([(trial.Job, [trial.Trial])]))], cancellation);
        else
            RunUnits(WorkUnit.Share(jobs, trials, options.Processes), cancellation);
    }

    // Each rank has one unit at a time, and whoever is done gets the next.
    private void RunUnits(IEnumerable<WorkUnit> units, CancellationToken cancellation) => ToItsEnd(() =>
    {
        var waiting = new Queue<WorkUnit>(units);
        var free = new Queue<int>(Enumerable.Range(0, options.Processes));
        while (waiting.Count > 0 || _active.Count > 0)
        {
            while (waiting.Count > 0 && free.TryDequeue(out var rank))
            {
                var unit = waiting.Dequeue();
                Begin(new Piece(unit, rank, new Message(MessageKind.Work, rank, pool.NextNumber(), WireFormat.Write(WorkContent.Of(Sent(unit), pool.Parts)))));
            }

            if (WaitForEnd(cancellation) is { } done)
                free.Enqueue(done.Rank);
        }
    }, cancellation);

    // One trial after the other, each by all ranks together.
    private void RunCells(WorkUnit[] trials, CancellationToken cancellation)
    {
        pool.IsInLockStep = true;
        try
        {
            ToItsEnd(() =>
            {
                foreach (var trial in trials)
                {
                    var content = WorkContent.Of(Sent(trial), pool.Parts);
                    Begin(new Piece(trial, Rank: 0, new Message(MessageKind.Cells, Message.AllRanks, pool.NextNumber(), WireFormat.Write(content))));
                    while (_active.Count > 0)
                        WaitForEnd(cancellation);
                }
            }, cancellation);
        }
        finally
        {
            pool.IsInLockStep = false;
        }
    }

    private IEnumerable<SimulationJob> Sent(WorkUnit unit) => unit.JobsOf(jobs).Select(job => job with { Options = job.Options with { Threads = options.ThreadsPerRank } });

    private void Begin(Piece piece)
    {
        pool.Progress[piece.Rank] = 0;
        _active.Add(piece.Message.Number, piece);
        pool.Send(piece.Message);
    }

    // Takes results until a piece of work is done; null if none was for a moment.
    private Piece? WaitForEnd(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var message = pool.Take(Glance);
        ReportProgress();
        return message is null ? null : Accept(message);
    }

    private Piece? Accept(Message message, bool tells = true)
    {
        if (message.Kind != MessageKind.Result || !_active.TryGetValue(message.Number, out var piece))
            return null;
        if (message.Content.IsEmpty)
        {
            _active.Remove(message.Number);
            return piece;
        }

        var content = WireFormat.Read<TrialContent>(message.Content.Span);
        piece.Finished++;
        _finished++;
        if (tells)
            told(piece.Unit.Whole(content.OutcomeFor(jobs[piece.Unit.Parts[content.Job].Job])));
        return null;
    }

    // Whatever ends the work early, no rank goes on with it; and it is what the caller is told, even if ranks are lost on the way.
    private void ToItsEnd(Action work, CancellationToken cancellation)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault is not MpiSimulationException)
        {
            TryStop(tells: cancellation.IsCancellationRequested);
            throw;
        }
    }

    private void TryStop(bool tells)
    {
        try
        {
            Stop(tells);
        }
        catch (MpiSimulationException lost)
        {
            pool.Fail(lost);
        }
    }

    private void Stop(bool tells)
    {
        if (_active.Count == 0)
            return;
        pool.Send(new Message(MessageKind.Cancel, Message.AllRanks, 0, default));
        var begin = Stopwatch.GetTimestamp();
        while (_active.Count > 0)
        {
            if (pool.Take(Glance) is { } message)
                Accept(message, tells);
            else if (Stopwatch.GetElapsedTime(begin) > CancelLimit)
                throw new MpiSimulationException($"ranks did not stop within {CancelLimit.TotalSeconds:F0} s", _active.Values.First().Rank, host: null, errorTail: "");
        }
    }

    private void ReportProgress() =>
        progress?.Invoke(_finished + _active.Values.Sum(piece => Math.Max(0, pool.Progress[piece.Rank] * piece.Unit.Count - piece.Finished)));

    // A unit that is with a rank.
    private sealed record Piece(WorkUnit Unit, int Rank, Message Message)
    {
        public int Finished { get; set; }
    }
}
