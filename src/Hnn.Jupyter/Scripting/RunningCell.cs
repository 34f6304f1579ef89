using System.Text;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Scripting;

/// <summary>The cell whose code is running: where its console texts and displays go, in order. Follows the code into tasks and threads.</summary>
internal sealed class RunningCell : IDisposable
{
    // Console texts are handed on together: a cell that writes many short lines would otherwise flood its reader.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    // The one ambient value of this library: code in a cell calls display(x) and Console.Write without naming a cell.
    private static readonly AsyncLocal<RunningCell?> Ambient = new();

    // Writers hold only the second lock, for they come with the console's own lock; whoever calls the sink holds the first.
    private readonly Lock sinkGate = new();
    private readonly Lock textGate = new();
    private readonly Queue<(StringBuilder Text, bool IsError)> texts = [];
    private readonly ICellSink sink;
    private readonly Timer flushing;
    private StringBuilder? newest;
    private bool newestIsError;
    private bool isClosed;

    public RunningCell(ICellSink sink, CancellationToken interrupt)
    {
        this.sink = sink;
        Interrupt = interrupt;
        flushing = new Timer(_ => Flush());
    }

    /// <summary>The cell on whose behalf the calling code runs, or null.</summary>
    public static RunningCell? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken Interrupt { get; }

    /// <summary>Takes console text; the sink gets it a little later.</summary>
    public void Write(ReadOnlySpan<char> text, bool isError)
    {
        lock (textGate)
        {
            if (texts.Count == 0 && !isClosed)
                flushing.Change(Pause, Timeout.InfiniteTimeSpan);
            if (newest is null || newestIsError != isError)
                texts.Enqueue((newest = new StringBuilder(), newestIsError = isError));
            newest.Append(text);
        }
    }

    /// <summary>Takes an output, after the console text before it.</summary>
    public void Show(CellOutput output) => ToSink(() => sink.Show(output));

    /// <summary>Gives an earlier display another value, after the console text before it.</summary>
    public void Update(string displayId, MimeBundle data) => ToSink(() => sink.Update(displayId, data));

    /// <summary>Hands on the console text so far.</summary>
    public void Flush() => ToSink(() => { });

    /// <summary>Hands on the last text; whatever the cell's code does from now on is not seen.</summary>
    public void Dispose()
    {
        Flush();
        lock (sinkGate)
        {
            lock (textGate)
                isClosed = true;
            flushing.Dispose();
        }
    }

    // A sink that writes to the console must not write into this cell.
    private void ToSink(Action next)
    {
        lock (sinkGate)
        {
            if (isClosed)
                return;
            var caller = Current;
            Current = null;
            try
            {
                foreach (var (text, isError) in TakeTexts())
                    sink.Show(new StreamOutput(text.ToString(), isError));
                next();
            }
            finally
            {
                Current = caller;
            }
        }
    }

    private (StringBuilder Text, bool IsError)[] TakeTexts()
    {
        lock (textGate)
        {
            var taken = texts.ToArray();
            texts.Clear();
            newest = null;
            return taken;
        }
    }
}
