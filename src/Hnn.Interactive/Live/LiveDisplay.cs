namespace Hnn.Interactive.Live;

/// <summary>Shows the latest of many states, not too often, on a thread of its own: whoever posts a state never waits for the display. States in between may be dropped, the last one never.</summary>
internal sealed class LiveDisplay
{
    /// <summary>Least time between two states.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly object _gate = new();
    private readonly Action<LiveState> _show;
    private readonly TimeProvider _clock;
    private readonly Thread _thread;
    private Func<LiveState>? _pending;
    private long _shown;
    private bool _isFinished;
    private bool _isBroken;

    private LiveDisplay(Action<LiveState> show, TimeProvider clock)
    {
        (_show, _clock, _shown) = (show, clock, clock.GetTimestamp());

        // Not from the pool, which simulations keep busy.
        _thread = new Thread(Follow) { IsBackground = true, Name = "Live display" };
        _thread.Start();
    }

    /// <summary>Shows the first state on the calling thread, so that a notebook knows the cell it belongs to.</summary>
    /// <param name="first">The state.</param>
    /// <param name="begin">Shows it and returns what shows those after it.</param>
    /// <param name="clock">Measures the pauses.</param>
    public static LiveDisplay Begin(LiveState first, Func<LiveState, Action<LiveState>> begin, TimeProvider clock) => new(begin(first), clock);

    /// <summary>Lets a state be shown when the pause is over, unless another one comes before. Returns at once.</summary>
    /// <param name="draw">Makes the state; called on the display's thread, and only if it is shown.</param>
    public void Post(Func<LiveState> draw)
    {
        lock (_gate)
        {
            _pending = draw;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Shows the last state and returns when that is done.</summary>
    public void Finish(LiveState last)
    {
        lock (_gate)
        {
            _isFinished = true;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
        Show(() => last);
    }

    private void Follow()
    {
        while (Next() is { } draw)
        {
            Show(draw);

            // The pause begins where the state is shown, so a slow display rests as long as a fast one.
            lock (_gate)
                _shown = _clock.GetTimestamp();
        }
    }

    private Func<LiveState>? Next()
    {
        lock (_gate)
        {
            while (!_isFinished)
            {
                var left = Pause - _clock.GetElapsedTime(_shown);
                if (_pending is { } draw && left <= TimeSpan.Zero)
                {
                    _pending = null;
                    return draw;
                }

                Monitor.Wait(_gate, _pending is null ? Timeout.InfiniteTimeSpan : left);
            }

            return null;
        }
    }

    // A picture that cannot be shown must not cost an hour's fit.
    private void Show(Func<LiveState> draw)
    {
        if (_isBroken)
            return;
#pragma warning disable CA1031
        try
        {
            _show(draw());
        }
        catch (Exception fault)
        {
            _isBroken = true;
            Console.Error.WriteLine($"The progress is no longer shown, but what it tells of goes on. The display failed: {fault.Message}");
        }
#pragma warning restore CA1031
    }
}
