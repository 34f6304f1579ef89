using System.Collections.Immutable;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Running;

/// <summary>Collects the outputs of all cells of a run, so that a cell can update what an earlier one displayed.</summary>
/// <param name="cells">How many cells there are.</param>
/// <param name="echo">Receives console texts as they come, or null.</param>
/// <param name="updated">Receives the plain form of displays as they change, or null.</param>
internal sealed class RunSink(int cells, Action<string>? echo, Action<string>? updated)
{
    private readonly Lock _gate = new();
    private readonly OutputList[] _lists = [.. Enumerable.Range(0, cells).Select(_ => new OutputList())];
    private int _current = -1;

    /// <summary>Begins a cell; outputs of the ones before are no longer taken.</summary>
    /// <returns>What the cell writes to.</returns>
    public ICellSink Begin(int cell)
    {
        lock (_gate)
            _current = cell;
        return new CellSink(this, cell);
    }

    /// <summary>The outputs of a cell as they stand now.</summary>
    public ImmutableArray<CellOutput> OutputsOf(int cell)
    {
        lock (_gate)
            return _lists[cell].ToImmutable();
    }

    /// <summary>Ends the last cell: nothing is taken from now on.</summary>
    public void End()
    {
        lock (_gate)
            _current = cells;
    }

    private void Show(int cell, CellOutput output)
    {
        lock (_gate)
        {
            if (cell != _current)
                return;
            _lists[cell].Add(output);
        }

        if (output is StreamOutput text)
            echo?.Invoke(text.Text);
    }

    private void Update(int cell, string displayId, MimeBundle data)
    {
        lock (_gate)
        {
            if (cell == _current)
                _ = _lists.Any(list => list.Update(displayId, data));
        }

        if (data["text/plain"] is { } text)
            updated?.Invoke(text);
    }

    private void Clear(int cell, bool wait)
    {
        lock (_gate)
        {
            if (cell == _current)
                _lists[cell].Clear(wait);
        }
    }

    private sealed class CellSink(RunSink run, int cell) : ICellSink
    {
        public void Show(CellOutput output) => run.Show(cell, output);

        public void Update(string displayId, MimeBundle data) => run.Update(cell, displayId, data);

        public void Clear(bool wait) => run.Clear(cell, wait);
    }
}
