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
/// Cells can call what <see cref="NotebookFunctions"/> holds. Their code runs on threads of the pool.
/// What fails on a thread that a cell started is an error of that cell; <c>Environment.Exit</c> in a cell ends the whole process at once, and what was put out so far is lost.
/// </remarks>
public sealed class ScriptEngine : IDisposable
{
    // Who asked for the cell's token is about to end and hand over what there is: a fit its best, with a last picture. Other code is soon left to itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongGrace = TimeSpan.FromSeconds(5);

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

    /// <summary>How many cells have been run.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>Runs a cell.</summary>
    /// <param name="code">C# and directives.</param>
    /// <param name="sink">Receives what the cell puts out, its result and its error among them. Tasks that the cell leaves behind may write to it later.</param>
    /// <param name="cancellation">Interrupts the cell; its outputs so far stay. Code that does not end within half a second (5 s if it asked for the cell's token) goes on unheard.</param>
    /// <returns>How the cell ended; faults of the cell throw nothing here. An interrupted cell has failed, also if its code came to an end: then its variables stay.</returns>
    /// <exception cref="InvalidOperationException">Another cell is running.</exception>
    public async Task<CellResult> RunAsync(string code, ICellSink sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        if (Interlocked.Exchange(ref _busy, 1) == 1)
            throw new InvalidOperationException("A cell is running already, and an engine runs one at a time. Wait for it, or start another engine.");
        try
        {
            CellConsole.Install();
            StrayExceptions.Install();
            ExecutionCount++;
            using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (_options.CellTimeLimit is { } limit)
                interrupt.CancelAfter(limit);
            var error = await RunToEndAsync(code, new RunningCell(sink, interrupt.Token), cancellation).ConfigureAwait(false);
            return new CellResult(ExecutionCount, error);
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

    private async Task<ErrorOutput?> RunToEndAsync(string code, RunningCell cell, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cell {ExecutionCount}");
        var limit = () => cancellation.IsCancellationRequested ? null : _options.CellTimeLimit;
        var work = Task.Run(() => RunHereAsync(code, name, cell, limit), CancellationToken.None);
        await Task.WhenAny(work, Task.Delay(Timeout.Infinite, cell.Interrupt)).ConfigureAwait(false);
        if (!work.IsCompleted)
            await Task.WhenAny(work, Task.Delay(cell.HeedsInterrupt ? LongGrace : Grace, CancellationToken.None)).ConfigureAwait(false);

        var error = work.IsCompleted ? await work.ConfigureAwait(false) : CellErrors.OfInterrupt(name, limit(), stillRunning: true);
        if (cell.End() is { } stray)
            error ??= CellErrors.OfException(stray, _session.IsOfCell);
        if (error is not null)
            cell.Show(error);
        if (work.IsCompleted)
            cell.Flush();
        else
            cell.Close();
        return error;
    }

    private async Task<ErrorOutput?> RunHereAsync(string code, string name, RunningCell cell, Func<TimeSpan?> limit)
    {
        RunningCell.Current = cell;
        try
        {
            var (hasValue, value) = await _parts.RunAsync(code, new Origin(name, _options.Folder, []), cell.Interrupt).ConfigureAwait(false);
            if (hasValue)
                cell.Show(new ResultOutput(ValueForms.Of(value), ExecutionCount));
            return cell.Interrupt.IsCancellationRequested ? CellErrors.OfInterrupt(name, limit(), stillRunning: false) : null;
        }
        catch (CellException fault)
        {
            var interrupted = cell.Interrupt.IsCancellationRequested && fault.InnerException is OperationCanceledException;
            return interrupted ? CellErrors.OfInterrupt(name, limit(), stillRunning: false) : fault.Error;
        }
        catch (OperationCanceledException) when (cell.Interrupt.IsCancellationRequested)
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
}
