using System.Globalization;
using System.Reflection;
using Hnn.Jupyter.Directives;
using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Outputs;
using Hnn.Jupyter.Packages;

namespace Hnn.Jupyter.Scripting;

/// <summary>Runs C# cells one after the other; they share variables, usings and references. Runs one cell at a time.</summary>
/// <remarks>
/// The language is the newest C# in its scripting form: top-level await, and the value of a last expression without semicolon is shown.
/// Cells can call what <see cref="NotebookFunctions"/> holds. Their code runs on a thread of its own up to its first await, and behind it on threads of the pool.
/// What fails on a thread that a cell started is an error of that cell, and so is <c>Environment.Exit</c>. <c>Environment.FailFast</c> and recursion without end do end the process, as does a library that exits.
/// </remarks>
public sealed class ScriptEngine : IDisposable
{
    private readonly EngineOptions _options;
    private readonly ScriptSession _session;
    private readonly PartRunner _parts;
    private int _busy;

    /// <summary>Starts an engine: loads what is to be preloaded, and calls the extensions.</summary>
    /// <param name="options">What the engine has at hand.</param>
    /// <exception cref="InvalidOperationException">An assembly or extension cannot be found.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time limit is not positive.</exception>
    public ScriptEngine(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.CellTimeLimit is { } limit)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(options));
        _options = options;
        _session = new ScriptSession(options.Usings);
        var preloaded = options.PreloadedAssemblies.Select(name => KeyValuePair.Create(name, HostAssemblies.VersionOf(Preload(name)))).ToArray();
        _parts = new PartRunner(_session, new PackageSession(options.PackageCache, preloaded));
        foreach (var extension in options.Extensions)
            ExtensionCall.Run(extension);
    }

    /// <summary>The scripts, for those who look at code before it is run.</summary>
    internal ScriptSession Session => _session;

    /// <summary>How many cells have been run.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>Runs a cell.</summary>
    /// <param name="code">C# and directives.</param>
    /// <param name="sink">Receives what the cell puts out, its result and its error among them. Tasks that the cell leaves behind may write to it later.</param>
    /// <param name="cancellation">Interrupts the cell; its outputs so far stay. After 0.4 s (10 s if it asked for the cell's token) a thread that sleeps or waits is woken, after 0.4 s more a loop is aborted, and code that cannot be stopped goes on unheard until it writes or displays something.</param>
    /// <returns>How the cell ended; faults of the cell throw nothing here. An interrupted cell has failed, also if its code came to an end: then its variables stay.</returns>
    /// <exception cref="InvalidOperationException">Another cell is running.</exception>
    public Task<CellResult> RunAsync(string code, ICellSink sink, CancellationToken cancellation = default) => RunAsync(code, sink, isCounted: true, cancellation);

    /// <summary>Runs a cell that may be none of the notebook: then it has the next one's number, and that is not used up.</summary>
    internal async Task<CellResult> RunAsync(string code, ICellSink sink, bool isCounted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        if (Interlocked.Exchange(ref _busy, 1) == 1)
            throw new InvalidOperationException("A cell is running already, and an engine runs one at a time. Wait for it, or start another engine.");
        try
        {
            CellConsole.Install();
            CellInput.Install();
            StrayExceptions.Install();
            var number = ExecutionCount + 1;
            if (isCounted)
                ExecutionCount = number;
            using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (_options.CellTimeLimit is { } limit)
                interrupt.CancelAfter(limit);
            var error = await RunToEndAsync(code, number, new RunningCell(sink, interrupt.Token), cancellation).ConfigureAwait(false);
            return new CellResult(number, error);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <summary>Forgets the scripts; what they loaded stays loaded.</summary>
    public void Dispose() => _session.Dispose();

    private Assembly Preload(string name)
    {
        try
        {
            var assembly = HostAssemblies.Load(name);
            _session.AddReference(assembly);
            return assembly;
        }
        catch (Exception fault) when (fault is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new InvalidOperationException($"The assembly '{name}' cannot be preloaded: {fault.Message} Let it lie beside the program, or leave it out.", fault);
        }
    }

    private async Task<ErrorOutput?> RunToEndAsync(string code, int number, RunningCell cell, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cell {number}");
        var limit = () => cancellation.IsCancellationRequested ? null : _options.CellTimeLimit;
        var work = Task.Run(() => RunHereAsync(code, number, name, cell, limit), CancellationToken.None);
        await Task.WhenAny(work, Task.Delay(Timeout.Infinite, cell.Interrupt)).ConfigureAwait(false);
        var ended = work.IsCompleted || await CellInterrupt.EndsAsync(work, cell).ConfigureAwait(false);

        var error = ended ? await work.ConfigureAwait(false) : CellErrors.OfInterrupt(name, limit(), stillRunning: true);
        if (cell.End() is { } stray)
            error ??= CellErrors.OfException(stray, _session.IsOfCell);
        if (error is not null)
            cell.Show(error);
        if (ended)
            cell.Flush();
        else
            cell.Close();
        return error;
    }

    private async Task<ErrorOutput?> RunHereAsync(string code, int number, string name, RunningCell cell, Func<TimeSpan?> limit)
    {
        RunningCell.Current = cell;
        try
        {
            var (hasValue, value) = await _parts.RunAsync(code, new Origin(name, _options.Folder, []), cell.Interrupt).ConfigureAwait(false);
            if (hasValue)
                cell.Show(new ResultOutput(await CellThread.RunAsync(() => ValueForms.Of(value)).ConfigureAwait(false), number));
            return cell.Interrupt.IsCancellationRequested ? CellErrors.OfInterrupt(name, limit(), stillRunning: false) : null;
        }
        catch (CellException fault)
        {
            var interrupted = cell.Interrupt.IsCancellationRequested && IsOfInterrupt(fault.InnerException);
            return interrupted ? CellErrors.OfInterrupt(name, limit(), stillRunning: false) : fault.Error;
        }
        catch (Exception fault) when (cell.Interrupt.IsCancellationRequested && IsOfInterrupt(fault))
        {
            return CellErrors.OfInterrupt(name, limit(), stillRunning: false);
        }
#pragma warning disable CA1031 // Whatever goes wrong in a cell, a formatter that throws for example, is shown under it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return CellErrors.OfException(fault, _ => false);
        }
    }

    // What the steps of an interrupt make code throw; it may come wrapped.
    private static bool IsOfInterrupt(Exception? fault) => fault is OperationCanceledException or ThreadInterruptedException || (fault?.InnerException is { } inner && IsOfInterrupt(inner));
}
