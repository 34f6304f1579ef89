using System.Text.Json;
using System.Text.Json.Nodes;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;
using Hnn.Jupyter.Wire;

namespace Hnn.Jupyter.Kernel;

/// <summary>Answers requests to run cells.</summary>
internal sealed class CellExecution(LateEngine engine, CodeAnswers code, KernelSockets sockets, UserQuestions questions, CellHistory history)
{
    private volatile CancellationTokenSource? _running;

    /// <summary>Whether the last cell failed, so that those waiting behind it must not run.</summary>
    public bool StopsOthers { get; private set; }

    /// <summary>Interrupts the running cell, if there is one. Does not wait for it.</summary>
    public void Interrupt() => _ = _running?.CancelAsync();

    /// <summary>Runs a cell and makes the answer.</summary>
    public JsonObject Run(KernelRequest request)
    {
        StopsOthers = false;
        var isSilent = request.Flag("silent", byDefault: false);
        var isCounted = !isSilent && request.Flag("store_history", byDefault: true);
        var text = request.Text("code");
        var number = engine.Value.ExecutionCount + 1;
        if (!isSilent)
            sockets.Publish(request, "execute_input", new JsonObject { ["code"] = text, ["execution_count"] = number });

        var sink = new PublishingSink(sockets, questions, request, isSilent);
        var (asked, page) = code.Page(text);
        var result = Run(asked ? "" : text, sink, isCounted);
        if (isCounted)
            history.Add(result.ExecutionCount, text, sink.Result);
        var reply = result.Error is { } error ? Replies.Error(error) : Replies.Ok(new()
        {
            ["payload"] = page is null ? [] : new JsonArray(page),
            ["user_expressions"] = Expressions(request),
        });
        reply["execution_count"] = result.ExecutionCount;
        StopsOthers = !result.Succeeded && request.Flag("stop_on_error", byDefault: true);
        return reply;
    }

    private CellResult Run(string text, ICellSink sink, bool isCounted)
    {
        // Not disposed: an interrupt may come just when the cell is done.
        var interrupt = new CancellationTokenSource();
        _running = interrupt;
        try
        {
            return engine.Value.RunAsync(text, sink, isCounted, interrupt.Token).GetAwaiter().GetResult();
        }
        finally
        {
            _running = null;
        }
    }

    private JsonObject Expressions(KernelRequest request)
    {
        var values = new JsonObject();
        if (request.Content.TryGetProperty("user_expressions", out var wanted) && wanted.ValueKind == JsonValueKind.Object)
        {
            foreach (var expression in wanted.EnumerateObject())
                values[expression.Name] = Expression(expression.Value.ToString());
        }

        return values;
    }

    private JsonObject Expression(string text)
    {
        var sink = new ValueSink();
        var result = Run(text, sink, isCounted: false);
        return result.Error is { } error
            ? Replies.Error(error)
            : Replies.Ok(new() { ["data"] = BundleJson.Of(sink.Value), ["metadata"] = new JsonObject() });
    }

    private sealed class ValueSink : ICellSink
    {
        public MimeBundle Value { get; private set; } = MimeBundle.Empty;

        public void Show(CellOutput output) => Value = (output as ResultOutput)?.Data ?? Value;

        public void Update(string displayId, MimeBundle data)
        {
        }
    }
}
