using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Hnn.Jupyter.Scripting;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Kernel;

/// <summary>Takes requests from the sockets and answers them: those of the shell one after the other, those of the control channel beside them.</summary>
internal sealed class KernelServer : IDisposable
{
    private readonly BlockingCollection<KernelRequest> _shell = [];
    private readonly BlockingCollection<KernelRequest> _control = [];
    private readonly ConcurrentQueue<KernelRequest> _overtaken = [];
    private readonly KernelSockets _sockets;
    private readonly UserQuestions _questions;
    private readonly CellExecution _execution;
    private readonly CodeAnswers _code;
    private readonly CellHistory _history = new();
    private readonly Action _end;

    /// <summary>Opens the sockets and begins to make the engine ready.</summary>
    /// <param name="file">Where to listen.</param>
    /// <param name="options">What cells have at hand.</param>
    /// <param name="end">Is called when the kernel is to end.</param>
    public KernelServer(ConnectionFile file, EngineOptions options, Action end)
    {
        _end = end;
        _sockets = new KernelSockets(file, Received);
        _questions = new UserQuestions(_sockets);
        var engine = new LateEngine(options);
        _code = new CodeAnswers(engine);
        _execution = new CellExecution(engine, _code, _sockets, _questions, _history);
        engine.Start(_code.WarmUp);
    }

    /// <summary>Begins to answer.</summary>
    public void Start()
    {
        foreach (var (name, requests) in new[] { ("Shell", _shell), ("Control", _control) })
            new Thread(() => AnswerAll(requests)) { IsBackground = true, Name = name }.Start();
        _sockets.Publish(null, "status", new JsonObject { ["execution_state"] = "starting" });
        _sockets.Start();
    }

    public void Dispose() => _sockets.Dispose();

    private void Received(KernelRequest request)
    {
        if (request.Channel == Channel.Stdin)
            _questions.Answer(request);
        else
            (request.Channel == Channel.Control ? _control : _shell).Add(request);
    }

    private void AnswerAll(BlockingCollection<KernelRequest> requests)
    {
        foreach (var request in requests.GetConsumingEnumerable())
        {
            Answer(request, Content);
            while (_overtaken.TryDequeue(out var waiting))
                Answer(waiting, waiting.Type == "execute_request" ? _ => Replies.Aborted() : Content);
        }
    }

    private void Answer(KernelRequest request, Func<KernelRequest, JsonObject?> content)
    {
        _sockets.Publish(request, "status", new JsonObject { ["execution_state"] = "busy" });
        try
        {
            if (content(request) is { } reply)
                _sockets.Reply(request, ReplyType(request), reply);
        }
#pragma warning disable CA1031 // A request that cannot be answered must not end the kernel.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _sockets.Reply(request, ReplyType(request), Replies.Error(fault));
        }

        _sockets.Publish(request, "status", new JsonObject { ["execution_state"] = "idle" });
        if (request.Type == "shutdown_request")
            End();
    }

    private static string ReplyType(KernelRequest request) => request.Type.Replace("_request", "_reply", StringComparison.Ordinal);

    private JsonObject? Content(KernelRequest request) => request.Type switch
    {
        "execute_request" => Run(request),
        "complete_request" => _code.Complete(request),
        "inspect_request" => _code.Inspect(request),
        "is_complete_request" => CodeAnswers.IsComplete(request),
        "history_request" => _history.Find(request),
        "kernel_info_request" => KernelDescription.Reply(),
        "comm_info_request" => Replies.Ok(new() { ["comms"] = new JsonObject() }),
        "comm_open" => CloseComm(request),
        "comm_msg" or "comm_close" => null,
        "interrupt_request" => Interrupt(),
        "shutdown_request" => ShutDown(request),
        "debug_request" => Replies.NoDebugger(request),
        _ => throw new NotSupportedException($"This kernel does not know the request '{request.Type}'. Ask kernel_info_request for its version of the protocol."),
    };

    private JsonObject Interrupt()
    {
        _execution.Interrupt();
        return Replies.Ok([]);
    }

    private JsonObject ShutDown(KernelRequest request)
    {
        var reply = Replies.Ok(new() { ["restart"] = request.Flag("restart", byDefault: false) });
        _sockets.Publish(request, "shutdown_reply", reply.DeepClone().AsObject());
        return reply;
    }

    // The sockets hand their last messages to the system a moment after the outbox is empty.
    private void End()
    {
        _sockets.Settle();
        Thread.Sleep(50);
        _end();
    }

    // There are no widgets here, and who opens one must hear it.
    private JsonObject? CloseComm(KernelRequest request)
    {
        _sockets.Publish(request, "comm_close", new JsonObject { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() });
        return null;
    }

    // Who sent those that wait when a cell fails did not know of that: they came before the answer goes out.
    private JsonObject Run(KernelRequest request)
    {
        var reply = _execution.Run(request);
        if (_execution.StopsOthers)
            _sockets.Settle();
        while (_execution.StopsOthers && _shell.TryTake(out var waiting))
            _overtaken.Enqueue(waiting);
        return reply;
    }
}
