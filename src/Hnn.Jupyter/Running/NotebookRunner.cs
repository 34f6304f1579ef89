using System.Collections.Immutable;
using Hnn.Jupyter.Notebooks;
using Hnn.Jupyter.Scripting;

namespace Hnn.Jupyter.Running;

/// <summary>Runs notebooks from the first cell to the last, without a server.</summary>
public static class NotebookRunner
{
    /// <summary>Runs a notebook's code cells in a fresh engine.</summary>
    /// <param name="notebook">The notebook; this value is unchanged.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="cancellation">Interrupts the running cell and ends the run; what was put out so far is returned.</param>
    /// <returns>The notebook with its new outputs. A notebook whose cells do the same puts out the same, byte for byte: nothing in it tells when, where or how fast it ran.</returns>
    /// <exception cref="InvalidOperationException">An assembly or extension of the options cannot be found.</exception>
    public static async Task<NotebookRun> RunAsync(Notebook notebook, RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(options);
        var cleared = notebook with { Cells = [.. notebook.Cells.Select(Cleared)] };
        var cells = cleared.Cells.ToArray();
        var toRun = Enumerable.Range(0, cells.Length).Where(i => cells[i].Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cells[i].Source)).ToArray();
        var sink = new RunSink(toRun.Length, options.Echo, options.Updated);
        var errors = ImmutableArray.CreateBuilder<CellError>();
        using var engine = new ScriptEngine(options.Engine);
        var ran = 0;
        for (; ran < toRun.Length && (errors.Count == 0 || (options.ContinueOnError && !cancellation.IsCancellationRequested)); ran++)
        {
            var cell = cells[toRun[ran]];
            var progress = new CellProgress(ran + 1, toRun.Length, cell.Id, HasEnded: false, Failed: false);
            options.Progress?.Invoke(progress);
            var result = await engine.RunAsync(cell.Source, sink.Begin(ran), cancellation).ConfigureAwait(false);
            if (result.Error is { } error)
                errors.Add(new CellError(ran + 1, cell.Id, error));
            options.Progress?.Invoke(progress with { HasEnded = true, Failed = !result.Succeeded });
        }

        sink.End();
        for (var i = 0; i < ran; i++)
            cells[toRun[i]] = cells[toRun[i]] with { ExecutionCount = i + 1, Outputs = sink.OutputsOf(i) };
        return new NotebookRun(cleared with { Cells = [.. cells] }, errors.ToImmutable());
    }

    // Jupyter notes in "execution" when a cell ran; that is over.
    private static NotebookCell Cleared(NotebookCell cell) =>
        cell.Kind == CellKind.Code ? cell with { Outputs = [], ExecutionCount = null, Metadata = cell.Metadata.Remove("execution") } : cell;
}
