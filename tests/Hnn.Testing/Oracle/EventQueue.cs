namespace Hnn.Testing.Oracle;

/// <summary>Events on their way to synapses, in the order of time, source and creation of the contact (section 4).</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<Event, (double Time, int Source, int Contact, long Serial)> _queue = new();
    private long _serial;

    /// <summary>Sends a spike of a contact's source on its way.</summary>
    public void SendSpike(Contact contact, double spikeTime) => Enqueue(new Event(spikeTime + contact.Delay, contact, PulseNumber: null));

    /// <summary>Delivers all events up to and including a time, also those that these bring about (section 4.1).</summary>
    public void DeliverUntil(double bound)
    {
        while (_queue.TryPeek(out var next, out _) && next.Time <= bound)
        {
            _queue.Dequeue();
            var synapse = next.Contact.Synapse;
            if (next.PulseNumber is { } number)
                synapse.EndPulse(next.Contact, next.Time, number);
            else if (synapse.Arrive(next.Contact, next.Time) is { } pulseEnd)
                Enqueue(new Event(pulseEnd.Time, next.Contact, pulseEnd.Number));
        }
    }

    private void Enqueue(Event e) => _queue.Enqueue(e, (e.Time, e.Contact.Source, e.Contact.Index, _serial++));

    /// <summary>A spike's arrival, or the end of a transmitter pulse of that number.</summary>
    private readonly record struct Event(double Time, Contact Contact, int? PulseNumber);
}
