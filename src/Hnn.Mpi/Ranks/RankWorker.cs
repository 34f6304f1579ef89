using System.Collections.Concurrent;
using Hnn.Core.Backends;
using Hnn.Mpi.Messages;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Ranks;

// Simulates the trials that this rank was sent, on a thread of its own, so that the rank can always be spoken to.
internal sealed class RankWorker : IDisposable
{
    private readonly int _rank;
    private readonly ThreadBackend _backend = new();
    private readonly BlockingCollection<(Message Work, PartStore Store, CancellationToken Stop)> _inbox = [];
    private CancellationTokenSource _stop = new();

    public RankWorker(int rank)
    {
        _rank = rank;
        new Thread(Work) { IsBackground = true, Name = "work" }.Start();
    }

    /// <summary>What is to be told the parent: a result for each trial, then an empty one at the end of each piece of work, also of cancelled ones.</summary>
    public ConcurrentQueue<Message> Outbox { get; } = new();

    /// <summary>The part done of the present piece of work, between 0 and 1.</summary>
    public double Progress { get; private set; }

    /// <summary>Takes a piece of work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="store">Has the parts of its networks. They are read by the working thread, as that may take long.</param>
    public void Add(Message work, PartStore store) => _inbox.Add((work, store, _stop.Token));

    /// <summary>Stops the present piece of work and all that wait.</summary>
    public void Cancel()
    {
        _stop.Cancel();
        _stop = new CancellationTokenSource();
    }

    public void Dispose() => _inbox.CompleteAdding();

    private void Work()
    {
        foreach (var (work, store, stop) in _inbox.GetConsumingEnumerable())
        {
            try
            {
                Progress = 0;
                Simulate(work, store, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
            }
#pragma warning disable CA1031 // Whatever happens is told the parent, which ends the job.
            catch (Exception fault)
            {
                Outbox.Enqueue(new Message(MessageKind.Error, _rank, work.Number, WireFormat.Write(new ErrorContent(_rank, fault.Message, fault.ToString()))));
                return;
            }
#pragma warning restore CA1031

            Progress = 0;
            Outbox.Enqueue(new Message(MessageKind.Result, _rank, work.Number, default));
        }
    }

    private void Simulate(Message work, PartStore store, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var jobs = WireFormat.Read<WorkContent>(work.Content.Span).JobsFrom(store);
        _backend.Run(jobs, outcome => Outbox.Enqueue(new Message(MessageKind.Result, _rank, work.Number, WireFormat.Write(TrialContent.Of(outcome)))), new Meter(this), stop);
    }

    private sealed class Meter(RankWorker worker) : IProgress<double>
    {
        public void Report(double value) => worker.Progress = value;
    }
}
