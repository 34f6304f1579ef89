using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Kernel;

/// <summary>An engine that is made while the kernel answers already, and that has run code before its first cell comes: the compiler's first run takes seconds.</summary>
internal sealed class LateEngine(EngineOptions options) : ICellSink
{
    // It displays, formats and awaits as cells do, and leaves no variable behind.
    private const string FirstCell = "display(1.5); await Task.Yield(); Enumerable.Range(0, 2).Select(i => $\"{i}\").ToList()";

    private readonly TaskCompletionSource<ScriptEngine> _engine = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The engine, once it is ready.</summary>
    /// <exception cref="InvalidOperationException">What the options name cannot be found.</exception>
    public ScriptEngine Value => _engine.Task.GetAwaiter().GetResult();

    /// <summary>Begins to make it, on a thread of its own.</summary>
    /// <param name="then">What is warmed up behind it, while cells may run.</param>
    public void Start(Action then)
    {
        var start = new Thread(() =>
        {
            if (!Make())
                return;
            FailAsync().GetAwaiter().GetResult();
            then();
        });
        start.IsBackground = true;
        start.Name = "Warm-up";
        start.Start();
    }

    void ICellSink.Show(CellOutput output)
    {
    }

    void ICellSink.Update(string displayId, MimeBundle data)
    {
    }

    private bool Make()
    {
        try
        {
            // Two take half the time: the compiler wakes up while the toolkit is loaded.
            var compiler = Task.Run(WakeCompilerAsync);
            var engine = new ScriptEngine(options);
            _ = ValueForms.Of(1.5);
            compiler.GetAwaiter().GetResult();
            _ = engine.RunAsync(FirstCell, this, isCounted: false, CancellationToken.None).GetAwaiter().GetResult();
            _engine.SetResult(engine);
            return true;
        }
#pragma warning disable CA1031 // Each cell is told; the kernel must live to do so.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _engine.SetException(fault);
            return false;
        }
    }

    private static async Task WakeCompilerAsync()
    {
        using var session = new ScriptSession([]);
        _ = await session.RunAsync(FirstCell, "warm-up", CancellationToken.None).ConfigureAwait(false);
    }

    // The first error takes its time, too: it reads where in the code it came from.
    private static async Task FailAsync()
    {
        using var session = new ScriptSession([]);
        try
        {
            _ = await session.RunAsync("throw new Exception();", "warm-up", CancellationToken.None).ConfigureAwait(false);
        }
        catch (CellException)
        {
        }
    }
}
