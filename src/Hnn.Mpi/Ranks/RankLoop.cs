using System.Diagnostics;
using System.Text;
using Hnn.Engine.Models;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Messages;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Ranks;

// What a rank does from its start to the goodbye: passes messages on, hands work to its worker, and takes part when all simulate one network together.
internal sealed class RankLoop(MpiSession mpi, ParentLink? parent)
{
    // Other ranks and rank 0 tell each other that they live; for the parent, rank 0's link does.
    private static readonly TimeSpan BeatInterval = TimeSpan.FromSeconds(0.5);

    private readonly MpiCommunicator _world = mpi.World;
    private readonly RankPost _post = new(mpi.World);
    private PartStore _store = new();
    private CompiledModel? _model;
    private bool _isOver;

    /// <summary>Runs until the parent says goodbye.</summary>
    public void Run()
    {
        var places = Places();
        using var worker = new RankWorker(_world.Rank);
        if (parent is not null)
        {
            parent.Send(new Message(MessageKind.Hello, 0, 0, WireFormat.Write(new HelloContent(HelloContent.OwnVersion, $"{mpi.Library.Name} ({mpi.Library.Version})", [.. places]))));
            parent.StartBeats();
        }

        var lastBeat = Stopwatch.GetTimestamp();
        while (!_isOver)
        {
            var isBusy = TakeFromParent(worker, places) | TakeFromRanks(worker, places) | TellResults(worker);
            if (parent is not null)
                parent.Progress = worker.Progress;
            if (Stopwatch.GetElapsedTime(lastBeat) > BeatInterval)
            {
                Beat(worker.Progress);
                lastBeat = Stopwatch.GetTimestamp();
            }

            if (!isBusy)
                Thread.Sleep(1);
        }

        parent?.Send(new Message(MessageKind.Bye, 0, 0, default));
    }

    private void Beat(double progress)
    {
        var beat = new Message(MessageKind.Beat, _world.Rank, 0, BitConverter.GetBytes(progress));
        if (parent is null)
            Tell(beat);
        for (var rank = 1; rank < _world.Size && parent is not null; rank++)
            _post.Send(beat, rank);
    }

    private bool TakeFromParent(RankWorker worker, RankPlace[] places)
    {
        if (parent is null || !parent.TryTake(out var message, out var index))
            return false;
        for (var rank = 1; rank < _world.Size; rank++)
        {
            if (message.Rank == Message.AllRanks || message.Rank == rank)
                _post.Send(message, rank);
        }

        if (message.Rank is Message.AllRanks or 0)
            Do(message, worker, places, () => parent.IsCanceledAfter(index));
        return true;
    }

    private bool TakeFromRanks(RankWorker worker, RankPlace[] places)
    {
        if (_post.TryReceive() is not { } message)
            return false;
        if (parent is not null)
            parent.Send(message);
        else
            Do(message, worker, places, () => false);
        return true;
    }

    private bool TellResults(RankWorker worker)
    {
        if (!worker.Outbox.TryDequeue(out var message))
            return false;
        Tell(message);
        return true;
    }

    private void Tell(Message message)
    {
        if (parent is null)
            _post.Send(message, target: 0);
        else
            parent.Send(message);
    }

    private void Do(Message message, RankWorker worker, RankPlace[] places, Func<bool> isCanceled)
    {
        switch (message.Kind)
        {
            case MessageKind.Hello:
                _post.LongestSilence = TimeSpan.FromSeconds(BitConverter.ToDouble(message.Content.Span));
                break;
            case MessageKind.Beat:
                break;
            case MessageKind.Part:
                Take(message);
                break;
            case MessageKind.Work:
                worker.Add(message, _store);
                break;
            case MessageKind.Cancel:
                worker.Cancel();
                break;
            case MessageKind.Cells:
                Simulate(message, places, isCanceled);
                break;
            case MessageKind.Measure:
                if (Measurement.Answer(_world, WireFormat.Read<MeasureContent>(message.Content.Span)) is { } answer)
                    Tell(new Message(MessageKind.Measure, _world.Rank, message.Number, answer));
                break;
            case MessageKind.Bye:
                _isOver = true;
                break;
            default:
                throw new InvalidDataException($"A message of kind {message.Kind} came to a rank. This is a fault of the program; please report it.");
        }
    }

    // After an empty part all are forgotten, except for work that came before.
    private void Take(Message part)
    {
        if (part.Content.IsEmpty)
            (_store, _model) = (new PartStore(), null);
        else
            _store.Add(part.Content.Span);
    }

    // Rank 0 hears of another rank's fault while it waits for it.
    private void Simulate(Message message, RankPlace[] places, Func<bool> isCanceled)
    {
        try
        {
            var job = WireFormat.Read<WorkContent>(message.Content.Span).JobsFrom(_store)[0];
            using var exchange = new CellExchange(_world, _post, places, _post.LongestSilence, isCanceled);
            var run = new CellsRun(job, exchange) { Model = _model };
            var result = run.Run(done => parent!.Progress = done);
            _model = run.Model;
            if (result is { } outcome)
                Tell(new Message(MessageKind.Result, _world.Rank, message.Number, WireFormat.Write(TrialContent.Of(outcome))));
        }
        catch (Exception fault)
        {
            var content = fault is RankException other ? other.Content : new ErrorContent(_world.Rank, fault.Message, fault.ToString());
            Tell(new Message(MessageKind.Error, _world.Rank, message.Number, WireFormat.Write(content)));
            throw;
        }

        if (parent is not null)
            Tell(new Message(MessageKind.Result, 0, message.Number, default));
    }

    private RankPlace[] Places()
    {
        const int NameLength = 256;
        var own = new byte[NameLength];
        Encoding.UTF8.GetBytes(Environment.MachineName).AsSpan(0, Math.Min(NameLength - 1, Encoding.UTF8.GetByteCount(Environment.MachineName))).CopyTo(own);
        var (names, processes) = (new byte[NameLength * _world.Size], new int[_world.Size]);
        _world.Allgather<byte>(own, names);
        _world.Allgather([Environment.ProcessId], processes);
        return [.. processes.Select((process, rank) => new RankPlace(Encoding.UTF8.GetString(names, NameLength * rank, NameLength).TrimEnd('\0'), process))];
    }
}
