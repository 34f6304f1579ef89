using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests.Runs;

/// <summary>Queues of three windows of four steps; an event's weight tells events apart.</summary>
public sealed class EventQueueTests
{
    private readonly EventQueue _queue = new(windows: 3, windowLength: 4);

    [Fact]
    public void Events_of_a_step_keep_their_order()
    {
        Add((2, 1), (0, 2), (2, 3), (2, 4), (0, 5));

        _queue.Open(0);

        Assert.Equal([2, 5], At(0));
        Assert.Empty(At(1));
        Assert.Equal([1, 3, 4], At(2));
        Assert.Empty(At(3));
    }

    [Fact]
    public void A_window_holds_only_its_own_events()
    {
        Add((3, 1), (4, 2), (11, 3), (7, 4));

        _queue.Open(1);

        Assert.Equal([2], At(0));
        Assert.Equal([4], At(3));
        Assert.True(_queue.HasAny(0));
        Assert.False(_queue.HasAny(1));
        Assert.True(_queue.HasAny(2));
    }

    [Fact]
    public void A_window_opened_again_is_empty()
    {
        Add((1, 1));
        _queue.Open(0);

        _queue.Open(0);

        Assert.Empty(At(1));
    }

    [Fact]
    public void Entries_are_used_again_without_mixing_events_up()
    {
        for (var round = 0; round < 5; round++)
        {
            Add([.. Enumerable.Range(0, 100).Select(i => (i % 12, (double)i))]);
            for (var window = 0; window < 3; window++)
            {
                _queue.Open(window);
                for (var step = 0; step < 4; step++)
                    Assert.Equal(Enumerable.Range(0, 100).Where(i => i % 12 == 4 * window + step).Select(i => (double)i), At(step));
            }
        }
    }

    [Fact]
    public void Pending_events_put_into_another_queue_come_out_as_they_would_have()
    {
        Add((1, 1), (9, 2), (5, 3), (9, 4), (5, 5));
        _queue.Open(0);
        var other = new EventQueue(windows: 3, windowLength: 4);
        other.Add(new SynapticEvent(6, 0, 0, 99));

        other.Reset(_queue.Pending());

        Assert.Equal([3, 5, 2, 4], other.Pending().Select(item => item.Weight));
        other.Open(1);
        Assert.Equal([3, 5], other.At(1).ToArray().Select(item => item.Weight));
        Assert.Empty(other.At(2).ToArray());
    }

    private void Add(params (int Step, double Weight)[] events)
    {
        foreach (var (step, weight) in events)
            _queue.Add(new SynapticEvent(step, Slot: 0, Lane: 0, weight));
    }

    private IEnumerable<double> At(int step) => _queue.At(step).ToArray().Select(item => item.Weight);
}
