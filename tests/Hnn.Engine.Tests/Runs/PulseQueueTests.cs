using Hnn.Engine.Kernels;
using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests.Runs;

/// <summary>An event's connection tells events apart.</summary>
public sealed class PulseQueueTests
{
    private readonly PulseQueue _queue = new();

    [Fact]
    public void Events_come_out_by_time_and_of_one_time_as_they_were_added()
    {
        Add((3, 1), (2, 2), (3, 3), (1, 4), (3, 5), (2, 6));

        Assert.Equal([4, 2, 6, 1, 3, 5], Taken(_queue, until: 10));
        Assert.True(_queue.IsEmpty);
    }

    [Fact]
    public void An_event_at_the_bound_is_taken_and_one_after_it_stays()
    {
        Add((1, 1), (Math.BitIncrement(1), 2));

        Assert.Equal([1], Taken(_queue, until: 1));
        Assert.False(_queue.IsEmpty);
    }

    [Fact]
    public void A_connection_is_remembered_for_each_lane()
    {
        Add((1, 7));
        Assert.True(_queue.TryTake(1, out var item));
        var state = new PulseState(Spikes: 3, On: true, Bound: 0.2, Since: 1);

        _queue[item] = state;

        Assert.Equal(state, _queue[item]);
        Assert.Equal(default, _queue[item with { Lane = 5 }]);
        Assert.Equal(default, _queue[item with { Connection = 8 }]);
    }

    [Fact]
    public void A_restored_queue_goes_on_as_the_saved_one_ties_included()
    {
        Add((3, 1), (2, 2), (3, 3));
        Assert.True(_queue.TryTake(2, out var item));
        _queue[item] = new PulseState(1, true, 0.5, 2);
        var other = new PulseQueue();
        other.Add(1, connection: 9, slot: 0, lane: 0, weight: 1);

        other.Restore(_queue.Save());
        foreach (var queue in new[] { _queue, other })
            queue.Add(3, connection: 4, slot: 0, lane: 0, weight: 1);

        Assert.Equal(_queue[item], other[item]);
        Assert.Equal([1, 3, 4], Taken(other, until: 10));
        Assert.Equal([1, 3, 4], Taken(_queue, until: 10));
    }

    private void Add(params (double Time, int Connection)[] events)
    {
        foreach (var (time, connection) in events)
            _queue.Add(time, connection, slot: 0, lane: 0, weight: 1);
    }

    private static List<long> Taken(PulseQueue queue, double until)
    {
        var taken = new List<long>();
        while (queue.TryTake(until, out var item))
            taken.Add(item.Connection);
        return taken;
    }
}
