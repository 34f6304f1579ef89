using System.Diagnostics;
using Hnn.Cli.Output;

namespace Hnn.Cli.Notebooks;

/// <summary>Tells in the terminal what a cell's display of progress says, every few seconds.</summary>
internal sealed class SparseNotes(Terminal terminal, TimeSpan? pause = null)
{
    private readonly TimeSpan _pause = pause ?? TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();

    /// <summary>Writes the first line of a text, unless one was written shortly before.</summary>
    public void Note(string text)
    {
        lock (_gate)
        {
            if (_sinceLast.Elapsed < _pause)
                return;
            _sinceLast.Restart();
        }

        terminal.Note($"  {text.Split('\n')[0]}");
    }
}
