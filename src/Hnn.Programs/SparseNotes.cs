using System.Diagnostics;

namespace Hnn.Programs;

/// <summary>Tells what a cell's display of progress says, every few seconds.</summary>
/// <param name="write">Receives the lines.</param>
/// <param name="pause">The least time between two of them. Default: null, five seconds.</param>
internal sealed class SparseNotes(Action<string> write, TimeSpan? pause = null)
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

        write($"  {text.Split('\n')[0]}");
    }
}
