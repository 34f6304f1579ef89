namespace Hnn.Engine.Runs;

// EventQueue: the events of one block, binned by window. Within a step they keep the order in which they were added,
// which is the same on any number of threads; so sums of weights have the same bits. Entries are pooled.
internal sealed class EventQueue(int windows, int windowLength)
{
    private const int None = -1;

    private readonly int[] _first = Filled(windows);
    private readonly int[] _last = Filled(windows);
    private readonly int[] _starts = new int[windowLength + 1];
    private SynapticEvent[] _events = new SynapticEvent[64];
    private int[] _next = new int[64];
    private int _used;
    private int _free = None;
    private SynapticEvent[] _opened = [];

    public void Add(in SynapticEvent item)
    {
        var entry = Take();
        _events[entry] = item;
        _next[entry] = None;
        var window = item.Step / windowLength;
        if (_last[window] == None)
            _first[window] = entry;
        else
            _next[_last[window]] = entry;
        _last[window] = entry;
    }

    /// <summary>Whether there is an event in a window.</summary>
    public bool HasAny(int window) => _first[window] != None;

    /// <summary>Takes a window's events out and sorts them by step.</summary>
    public void Open(int window)
    {
        Array.Clear(_starts);
        var firstStep = window * windowLength;
        for (var entry = _first[window]; entry != None; entry = _next[entry])
            _starts[_events[entry].Step - firstStep + 1]++;
        for (var step = 0; step < windowLength; step++)
            _starts[step + 1] += _starts[step];
        if (_opened.Length < _starts[windowLength])
            _opened = new SynapticEvent[Math.Max(_starts[windowLength], 2 * _opened.Length)];
        for (var entry = _first[window]; entry != None;)
        {
            _opened[_starts[_events[entry].Step - firstStep]++] = _events[entry];
            (_next[entry], _free, entry) = (_free, entry, _next[entry]);
        }

        _first[window] = _last[window] = None;
    }

    /// <summary>The events of a step of the window opened last.</summary>
    public ReadOnlySpan<SynapticEvent> At(int stepInWindow)
    {
        // After sorting, a step's start has moved to its end.
        var start = stepInWindow == 0 ? 0 : _starts[stepInWindow - 1];
        return _opened.AsSpan(start, _starts[stepInWindow] - start);
    }

    /// <summary>All events not yet taken out, in their order.</summary>
    public SynapticEvent[] Pending()
    {
        var pending = new List<SynapticEvent>();
        foreach (var first in _first)
        {
            for (var entry = first; entry != None; entry = _next[entry])
                pending.Add(_events[entry]);
        }

        return [.. pending];
    }

    /// <summary>Replaces all events.</summary>
    public void Reset(SynapticEvent[] pending)
    {
        Array.Fill(_first, None);
        Array.Fill(_last, None);
        (_used, _free) = (0, None);
        foreach (var item in pending)
            Add(item);
    }

    private static int[] Filled(int length)
    {
        var array = new int[length];
        Array.Fill(array, None);
        return array;
    }

    private int Take()
    {
        if (_free != None)
        {
            var entry = _free;
            _free = _next[entry];
            return entry;
        }

        if (_used == _events.Length)
        {
            Array.Resize(ref _events, 2 * _used);
            Array.Resize(ref _next, 2 * _used);
        }

        return _used++;
    }
}
