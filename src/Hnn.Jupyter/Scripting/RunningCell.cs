using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Scripting;

/// <summary>The cell whose code is running: where its console texts and displays go, in order. Follows the code into tasks and threads.</summary>
internal sealed class RunningCell
{
    // Console texts are handed on together: a cell that writes many short lines would otherwise flood its reader.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    // The one ambient value of this library: code in a cell calls display(x) and Console.Write without naming a cell.
    private static readonly AsyncLocal<RunningCell?> Ambient = new();

    // Held by whoever calls the sink. Writers do not, for they come with the console's own lock.
    private readonly Lock _sinkGate = new();
    private readonly Lock _endGate = new();
    private readonly CellText _text = new();
    private readonly ICellSink _sink;
    private Exception? _stray;
    private bool _hasEnded;
    private bool _isClosed;

    public RunningCell(ICellSink sink, CancellationToken interrupt)
    {
        _sink = sink;
        Interrupt = interrupt;
    }

    /// <summary>The cell on whose behalf the calling code runs, or null.</summary>
    public static RunningCell? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken Interrupt { get; }

    /// <summary>Whether code of the cell asked for <see cref="Interrupt"/>, and so will probably end by itself.</summary>
    public bool HeedsInterrupt { get; private set; }

    /// <summary>The thread that runs the cell's code now and can be stopped; null while it awaits something.</summary>
    public CellThread? Thread { get; set; }

    /// <summary>Whether the cell has a user who may answer what it asks.</summary>
    public bool CanAsk => _sink is ICellInput;

    /// <summary>Gives code of the cell the token.</summary>
    public CancellationToken GiveInterrupt()
    {
        HeedsInterrupt = true;
        return Interrupt;
    }

    /// <summary>Takes console text, up to <see cref="CellText.Most"/>; the sink gets it a little later.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted, and is not known to heed that: a cell that writes for ever ends here.</exception>
    public void Write(ReadOnlySpan<char> text, bool isError)
    {
        ThrowIfInterrupted();
        try
        {
        }
        finally
        {
            // An abort waits for the end of such a block, so that no lock stays closed behind it.
            if (_text.Add(text, isError))
                _ = FlushLaterAsync();
        }
    }

    /// <summary>Takes what code of the cell threw where nobody catches it.</summary>
    /// <returns>False if the cell has ended.</returns>
    public bool Takes(Exception stray)
    {
        lock (_endGate)
        {
            if (!_hasEnded)
                _stray ??= stray;
            return !_hasEnded;
        }
    }

    /// <summary>Notes that the cell's own code is done.</summary>
    /// <returns>The first exception that was taken meanwhile.</returns>
    public Exception? End()
    {
        lock (_endGate)
        {
            _hasEnded = true;
            return _stray;
        }
    }

    /// <summary>Takes an output, after the console text before it.</summary>
    public void Show(CellOutput output) => ToSink(() => _sink.Show(output));

    /// <summary>Takes an output on behalf of the cell's own code.</summary>
    /// <exception cref="OperationCanceledException">As for <see cref="Write"/>.</exception>
    public void Display(CellOutput output)
    {
        ThrowIfInterrupted();
        Show(output);
    }

    /// <summary>Gives an earlier display another value, after the console text before it.</summary>
    /// <exception cref="OperationCanceledException">As for <see cref="Write"/>.</exception>
    public void Update(string displayId, MimeBundle data)
    {
        ThrowIfInterrupted();
        ToSink(() => _sink.Update(displayId, data));
    }

    /// <summary>Asks the cell's user for a line, and waits for it.</summary>
    /// <exception cref="InvalidOperationException">Nobody can answer.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string Ask(string prompt, bool isPassword)
    {
        if (_sink is not ICellInput user)
            throw new InvalidOperationException("The cell asks its user for a line, and nobody is here to type it. Open the notebook in Jupyter, or set the value in the code.");
        Flush();
        return user.ReadLine(prompt, isPassword, Interrupt);
    }

    /// <summary>Takes the outputs so far away.</summary>
    public void Clear(bool wait) => ToSink(() => _sink.Clear(wait));

    /// <summary>Hands on the console text so far.</summary>
    public void Flush() => ToSink(() => { });

    /// <summary>Hands on the last text; whatever the cell's code does from now on is not seen.</summary>
    public void Close()
    {
        Flush();
        lock (_sinkGate)
            _isClosed = true;
        _text.Close();
    }

    private void ThrowIfInterrupted()
    {
        if (!HeedsInterrupt)
            Interrupt.ThrowIfCancellationRequested();
    }

    private void ToSink(Action next)
    {
        try
        {
        }
        finally
        {
            HandOn(next);
        }
    }

    // A sink that writes to the console must not write into this cell.
    private void HandOn(Action next)
    {
        lock (_sinkGate)
        {
            if (_isClosed)
                return;
            var caller = Current;
            Current = null;
            try
            {
                foreach (var (text, isError) in _text.Take())
                    _sink.Show(new StreamOutput(text, isError));
                next();
            }
            finally
            {
                Current = caller;
            }
        }
    }

    // A writer never waits for the sink.
    private async Task FlushLaterAsync()
    {
        await Task.Delay(Pause).ConfigureAwait(false);
        Flush();
    }
}
