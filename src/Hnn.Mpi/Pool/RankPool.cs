using System.Collections.Concurrent;
using System.Diagnostics;
using Hnn.Mpi.Binding;
using Hnn.Mpi.Launching;
using Hnn.Mpi.Messages;
using Hnn.Mpi.Wire;

namespace Hnn.Mpi.Pool;

/// <summary>A running MPI job whose ranks wait for work. Whatever ends it ends every wait here with an exception that names the rank, if that is known.</summary>
internal sealed class RankPool : IDisposable
{
    // Large jobs on a busy cluster take a while to start.
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    // A launcher that has lost a rank writes some lines before it ends.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(3);

    // A process that a signal ended has the signal's number and this for its exit code.
    private const int SignalCodes = 128;

    private readonly MpiOptions _options;
    private readonly LauncherProcess _process;
    private readonly MessageWriter _writer;
    private readonly BlockingCollection<Message> _inbox = [];
    private RankWatch? _watch;
    private MpiSimulationException? _failure;
    private Exception? _fault;
    private int _number;
    private int _framesOfMessage;

    private RankPool(MpiOptions options, CancellationToken cancellation)
    {
        _options = options;
        _process = LauncherProcess.Start(LaunchCommand.For(options, RunnerProgram.Find()));
        _writer = new MessageWriter(_process.Input, withWindow: true);
        Parts = new PartCatalog(part => Send(new Message(MessageKind.Part, Message.AllRanks, 0, part)));
        new Thread(Read) { IsBackground = true, Name = "ranks" }.Start();
        try
        {
            Hello = WaitForHello(cancellation);
            _watch = new RankWatch(Hello, options.HeartbeatTimeout, (rank, silent) => Fail(FaultOf(ErrorContent.Silence(rank, $"{rank}", silent)))) { Launcher = _process.Id };
            _watch.Start();
            Progress = new double[Hello.Ranks.Length];
            Send(new Message(MessageKind.Hello, Message.AllRanks, 0, BitConverter.GetBytes(options.HeartbeatTimeout.TotalSeconds)));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Who the ranks are.</summary>
    public HelloContent Hello { get; }

    /// <summary>Parts of networks that the ranks have been sent.</summary>
    public PartCatalog Parts { get; }

    /// <summary>How far each rank is, between 0 and 1. Shape: [rank].</summary>
    public double[] Progress { get; private set; } = [];

    /// <summary>Whether the job still runs.</summary>
    public bool IsAlive => _failure is null && !_inbox.IsAddingCompleted;

    /// <summary>Whether the ranks work in lock step, so that only rank 0 has time to be heard.</summary>
    public bool IsInLockStep
    {
        get => _watch!.OnlyRankZero;
        set => _watch!.OnlyRankZero = value;
    }

    /// <summary>Starts a job and waits until its ranks are ready.</summary>
    /// <exception cref="MpiException">It cannot be started; the text says why and what to do.</exception>
    /// <exception cref="MpiSimulationException">A signal ended or stopped a rank or the launcher before they had spoken.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RankPool Start(MpiOptions options, CancellationToken cancellation) => new(options, cancellation);

    /// <summary>A number for a piece of work that no other has.</summary>
    public int NextNumber() => ++_number;

    /// <summary>Sends a message to a rank, or to all.</summary>
    /// <exception cref="MpiSimulationException">The job has ended.</exception>
    public void Send(Message message)
    {
        try
        {
            _writer.Write(message);
        }
        catch (IOException)
        {
            throw Lost();
        }
    }

    /// <summary>The next message of the ranks, if one comes in time.</summary>
    /// <exception cref="MpiSimulationException">The job has ended, or a rank failed.</exception>
    public Message? Take(TimeSpan limit)
    {
        if (!_inbox.TryTake(out var message, limit))
            return _inbox.IsCompleted ? throw Lost() : null;
        if (message.Kind != MessageKind.Error)
            return message;
        throw FaultOf(WireFormat.Read<ErrorContent>(message.Content.Span));
    }

    /// <summary>Gives the job up: its input is closed, which ends it, and whoever waits is told why.</summary>
    public void Fail(MpiSimulationException failure)
    {
        _failure ??= failure;
        _inbox.CompleteAdding();
        _writer.Dispose();
    }

    /// <summary>Ends the job: with a goodbye if it is well, and else by ending the launcher. No process remains.</summary>
    public void Dispose()
    {
        if (IsAlive && Hello is not null && TrySayGoodbye())
            _process.Ended.Wait(FarewellLimit);
        _watch?.Dispose();
        _writer.Dispose();
        _process.Dispose();
    }

    private bool TrySayGoodbye()
    {
        try
        {
            _writer.Write(new Message(MessageKind.Bye, Message.AllRanks, 0, default));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Read()
    {
        var reader = new MessageReader(_process.Output, stray: NoteStray, consumed: _ => HearFrame());
        try
        {
            while (reader.Read() is { } message)
                Receive(message);
        }
#pragma warning disable CA1031 // Damaged messages, or whatever a listener of the user throws: told to who waits here.
        catch (Exception fault)
        {
            _fault = fault;
        }
#pragma warning restore CA1031

        _inbox.CompleteAdding();
        _writer.Dispose();
    }

    // While a long message is on its way, no rank can be heard.
    private void HearFrame()
    {
        if (++_framesOfMessage > 1)
            _watch?.IsHeld = true;
    }

    private void Receive(Message message)
    {
        if (message.Kind == MessageKind.Ack)
        {
            _writer.Acknowledge(message.AcknowledgedBytes);
            return;
        }

        _framesOfMessage = 0;
        _watch?.IsHeld = false;
        _watch?.Hear(message.Rank);
        if (message.Kind == MessageKind.Beat)
            Note(message.Rank, BitConverter.ToDouble(message.Content.Span));
        else if (!_inbox.IsAddingCompleted)
            _inbox.Add(message);
    }

    // MPICH tells here which rank it lost.
    private void NoteStray(string lines)
    {
        _process.Quote(lines);
        _options.Log?.Invoke(lines);
    }

    private void Note(int rank, double fraction)
    {
        if (rank >= Progress.Length)
            return;
        Progress[rank] = fraction;
        if (_options.RankProgress is not { } listener)
            return;
        foreach (var each in IsInLockStep ? Enumerable.Range(0, Progress.Length) : [rank])
            listener.Report(new RankProgress(each, Hello.Ranks[each].Host, fraction));
    }

    private HelloContent WaitForHello(CancellationToken cancellation)
    {
        if (FirstMessage(cancellation) is not { } message)
        {
            if (!_inbox.IsCompleted)
                throw new MpiException($"The ranks did not speak within {StartLimit.TotalMinutes:F0} minutes of their start. Look whether the cluster has room for {_options.Processes} processes, and try fewer.");
            var code = _process.Ended.Wait((int)LastWords.TotalMilliseconds, cancellation) ? _process.Ended.Result : 0;
            if (code > SignalCodes || LauncherWords.Lost(_process.ErrorTail) is { IsBySignal: true })
                throw Lost();
            throw LaunchFault.NotStarted(code, _process.ErrorTail, _process.Family);
        }

        var hello = WireFormat.Read<HelloContent>(message.Content.Span);
        if (hello.Version != HelloContent.OwnVersion)
            throw new MpiException($"The ranks run version {hello.Version} of Hnn, and this is version {HelloContent.OwnVersion}. Install the same on all hosts, or let {RunnerProgram.Variable} name the runner that belongs to this one.");
        if (hello.Ranks.Length != _options.Processes)
            throw new MpiException($"{_options.Processes} ranks were asked for, and {hello.Ranks.Length} have started. Let the launcher's command pass on the number of ranks ({{n}}).");
        return hello;
    }

    // Null if none came in time, or if the job ended.
    private Message? FirstMessage(CancellationToken cancellation)
    {
        var watch = new StartWatch(_process.Id);
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < StartLimit && !_inbox.IsCompleted;)
        {
            if (_inbox.TryTake(out var message, (int)StartWatch.Tick.TotalMilliseconds, cancellation))
                return message;
            if (watch.Look() is { } stopped)
                throw new MpiSimulationException(
                    $"process {stopped} of its launcher is stopped and the ranks have not spoken yet", rank: null, Environment.MachineName, _process.ErrorTail);
        }

        return null;
    }

    // What ended the job, as far as its launcher's last words tell.
    private MpiSimulationException Lost()
    {
        if (_failure is not null)
            return _failure;
        var code = _process.Ended.Wait(LastWords) ? _process.Ended.Result : (int?)null;
        var lost = LauncherWords.Lost(_process.ErrorTail);
        var rank = lost?.Rank ?? RankOf(LauncherWords.LostProcess(_process.ErrorTail));
        var host = rank is { } known ? Hello?.Ranks[known].Host ?? lost?.Host : lost?.Host;
        var what = lost is not null ? $"a rank ended with {lost.End}" : code is null ? _fault?.Message ?? "its ranks can no longer be heard" : $"its launcher ended with code {code}";
        return _failure ??= new MpiSimulationException(what, rank, host, _process.ErrorTail, _fault);
    }

    private MpiSimulationException FaultOf(ErrorContent error)
    {
        var host = Hello.Ranks[error.Rank].Host;
        return new(error.Text, error.Rank, host, error.Details.Length > 0 ? error.Details : _process.ErrorTail) { IsOfSilentHost = error.IsSilence && host != Environment.MachineName };
    }

    // Numbers of processes on several hosts may be the same; then it is not known which it was.
    private int? RankOf(int? process)
    {
        var ranks = Hello is null ? [] : Enumerable.Range(0, Hello.Ranks.Length).Where(rank => Hello.Ranks[rank].Process == process).ToArray();
        return ranks.Length == 1 ? ranks[0] : null;
    }
}
