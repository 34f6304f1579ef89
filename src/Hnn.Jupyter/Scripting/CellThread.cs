using System.Runtime;

namespace Hnn.Jupyter.Scripting;

/// <summary>A thread of its own for code of a cell, up to its first await: such a thread can be woken and aborted without harm to others.</summary>
#pragma warning disable CA1001 // A source without timer and handle holds nothing that must be disposed, and Abort may still come when the code is done.
internal sealed class CellThread
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _abort = new();
    private readonly Thread _thread;

    private CellThread(Action<CellThread> body) => _thread = new Thread(() => body(this)) { IsBackground = true, Name = "Cell" };

    /// <summary>Runs code on such a thread, which the running cell knows as <see cref="RunningCell.Thread"/> until the code comes back.</summary>
    /// <exception cref="OperationCanceledException">The thread was aborted.</exception>
    public static Task<T> RunAsync<T>(Func<T> code)
    {
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new CellThread(thread => thread.Run(code, outcome))._thread.Start();
        return outcome.Task;
    }

    /// <summary>Wakes the thread: where it sleeps or waits, it throws a <see cref="ThreadInterruptedException"/>.</summary>
    public void Wake() => _thread.Interrupt();

    /// <summary>Ends the thread's managed code wherever it is, but in a <c>finally</c> block; native code goes on until it comes back.</summary>
    public void Abort() => _ = Task.Run(_abort.Cancel);

    private void Run<T>(Func<T> code, TaskCompletionSource<T> outcome)
    {
        var cell = RunningCell.Current;
        try
        {
            cell?.Thread = this;
            T? result = default;
#pragma warning disable SYSLIB0046 // Aborting is unsafe in general; here it is the last resort for a loop that its user wants to see end.
            ControlledExecution.Run(() => result = code(), _abort.Token);
#pragma warning restore SYSLIB0046
            outcome.SetResult(result!);
        }
#pragma warning disable CA1031 // Whatever the code throws goes to who waits for it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            outcome.SetException(fault);
        }
        finally
        {
            cell?.Thread = null;
        }
    }
}
