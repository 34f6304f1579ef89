using System.Collections.Concurrent;
using Hnn.Interactive.Live;

namespace Hnn.Interactive.Tests.Live;

/// <summary>Notes what is shown, and when by the clock.</summary>
internal sealed class FakeSurface(FakeClock clock)
{
    public ConcurrentQueue<(TimeSpan At, LiveState State)> Shown { get; } = [];

    /// <summary>Called whenever something is shown.</summary>
    public Action<LiveState> OnShow { get; init; } = _ => { };

    public Action<LiveState> Begin(LiveState first)
    {
        Show(first);
        return Show;
    }

    private void Show(LiveState state)
    {
        Shown.Enqueue((clock.Now, state));
        OnShow(state);
    }
}
