using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Running;

/// <summary>Collects what a program puts out that runs by itself and says which cell of its notebook comes next.</summary>
#pragma warning disable CA1001 // A source without timer and handle holds nothing that must be disposed, and code of a cell may still ask for its token.
internal sealed class ProgramRun
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly Notebook _notebook;
    private readonly Action<CellProgress>? _progress;
    private readonly RunSink _sink;
    private readonly List<int> _begun = [];
    private CancellationTokenSource _interrupt = new();
    private RunningCell? _cell;

    /// <summary>Takes charge of the console, and calls the extensions of the options.</summary>
    /// <param name="notebook">The program as a notebook, without outputs.</param>
    /// <param name="options">Of these the extensions, and who is told of the program's progress.</param>
    public ProgramRun(Notebook notebook, RunOptions options)
    {
        (_notebook, _progress) = (notebook, options.Progress);
        _sink = new RunSink(notebook.Cells.Length, options.Echo, options.Updated);
        CellConsole.Install();
        foreach (var extension in options.Engine.Extensions)
            ExtensionCall.Run(extension);
    }

    /// <summary>Begins a cell: what the calling code, and the tasks and threads it starts, put out from now on is the cell's.</summary>
    /// <exception cref="InvalidOperationException">The program has no such cell.</exception>
    public void Begin(string id)
    {
        var index = Array.FindIndex([.. _notebook.Cells], cell => cell.Kind == CellKind.Code && cell.Id == id);
        if (index < 0)
            throw new InvalidOperationException($"The program has no section '{id}' of code. Begin one with a line '// %% {id}', or name one that it has.");
        _cell?.Close();
        lock (_gate)
        {
            _begun.Add(index);
            _interrupt = new CancellationTokenSource();
            _cell = new RunningCell(_sink.Begin(index), _interrupt.Token);
        }

        RunningCell.Current = null;
        _progress?.Invoke(new CellProgress(_begun.Count, _notebook.Cells.Count(cell => cell.Kind == CellKind.Code), id, HasEnded: false, Failed: false));
        RunningCell.Current = _cell;
    }

    /// <summary>Cancels the running cell's token.</summary>
    /// <returns>Whether that may end what the cell does: its code asked for the token, and it was not cancelled before.</returns>
    public bool Interrupt()
    {
        CancellationTokenSource interrupt;
        lock (_gate)
        {
            if (_cell is not { HeedsInterrupt: true } || _interrupt.IsCancellationRequested)
                return false;
            interrupt = _interrupt;
        }

        interrupt.Cancel();
        return true;
    }

    /// <summary>Adds what ended the program early to the outputs of its cell.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="source">The program's file.</param>
    public void Fail(Exception fault, string source) => _cell?.Show(CellErrors.OfException(fault, file => file == source));

    /// <summary>Ends the last cell.</summary>
    /// <returns>The notebook with all outputs.</returns>
    public Notebook End()
    {
        _cell?.Close();
        RunningCell.Current = null;
        _sink.End();
        var cells = _notebook.Cells.ToArray();
        for (var i = 0; i < _begun.Count; i++)
            cells[_begun[i]] = cells[_begun[i]] with { ExecutionCount = i + 1, Outputs = _sink.OutputsOf(_begun[i]) };
        return _notebook with { Cells = [.. cells] };
    }
}
