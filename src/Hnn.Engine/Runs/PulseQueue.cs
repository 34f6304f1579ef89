using Hnn.Engine.Kernels;

namespace Hnn.Engine.Runs;

// PulseEvent: a spike, or the end of its pulse of transmitter, at a synapse that needs the exact time (ms).
// Pulse is 0 for a spike, else the number of the spike whose pulse ends. Order breaks ties of time.
internal readonly record struct PulseEvent(double Time, long Order, long Connection, short Slot, short Lane, double Weight, int Pulse);

// PulseQueue: such events of one block in the order of time, and what each connection remembers.
internal sealed class PulseQueue
{
    private readonly PriorityQueue<PulseEvent, (double Time, long Order)> _events = new();
    private readonly Dictionary<(long Connection, short Lane), PulseState> _connections = [];
    private long _order;

    public void Add(double time, long connection, short slot, short lane, double weight, int pulse = 0)
    {
        var item = new PulseEvent(time, _order++, connection, slot, lane, weight, pulse);
        _events.Enqueue(item, (item.Time, item.Order));
    }

    /// <summary>Takes the next event out if its time is not after a bound.</summary>
    public bool TryTake(double bound, out PulseEvent item)
    {
        if (_events.TryPeek(out item, out _) && item.Time <= bound)
        {
            _events.Dequeue();
            return true;
        }

        return false;
    }

    public bool IsEmpty => _events.Count == 0;

    public PulseState this[in PulseEvent item]
    {
        get => _connections.GetValueOrDefault((item.Connection, item.Lane));
        set => _connections[(item.Connection, item.Lane)] = value;
    }

    public PulseQueueState Save() =>
        new([.. _events.UnorderedItems.Select(entry => entry.Element)], new(_connections), _order);

    public void Restore(PulseQueueState state)
    {
        _events.Clear();
        foreach (var item in state.Events)
            _events.Enqueue(item, (item.Time, item.Order));
        _connections.Clear();
        foreach (var (key, value) in state.Connections)
            _connections.Add(key, value);
        _order = state.Order;
    }
}

// PulseQueueState: a copy of a queue's content.
internal sealed record PulseQueueState(
    PulseEvent[] Events, Dictionary<(long Connection, short Lane), PulseState> Connections, long Order)
{
    /// <summary>The part of one lane, as it is in another lane.</summary>
    public PulseQueueState OfLane(int from, short to) => new(
        [.. Events.Where(item => item.Lane == from).Select(item => item with { Lane = to })],
        Connections.Where(entry => entry.Key.Lane == from).ToDictionary(entry => (entry.Key.Connection, to), entry => entry.Value),
        Order);

    /// <summary>Queues of different lanes as one.</summary>
    public static PulseQueueState Joined(IReadOnlyList<PulseQueueState> lanes) => new(
        [.. lanes.SelectMany(lane => lane.Events)],
        lanes.SelectMany(lane => lane.Connections).ToDictionary(),
        lanes.Max(lane => lane.Order));
}
