using Hnn.Engine.Synapses;

namespace Hnn.Engine.Models;

// ContactList: the contacts of a range of sources, source after source, each source's in the order of creation. Contacts
// without weight and those whose first spike would arrive after the end are left out.
internal sealed class ContactList
{
    private readonly Contact[] _contacts;
    private readonly int[] _starts;
    private readonly int _firstSource;

    private ContactList(List<Contact> contacts, List<int> sources, int firstSource, int sourceCount)
    {
        _firstSource = firstSource;
        _starts = new int[sourceCount + 1];
        foreach (var source in sources)
            _starts[source - firstSource + 1]++;
        for (var source = 0; source < sourceCount; source++)
            _starts[source + 1] += _starts[source];
        var next = _starts[..sourceCount].ToArray();
        _contacts = new Contact[contacts.Count];
        for (var i = 0; i < contacts.Count; i++)
            _contacts[next[sources[i] - firstSource]++] = contacts[i];
    }

    /// <summary>Number of contacts.</summary>
    public int Count => _contacts.Length;

    /// <summary>Shortest delay in ms of a contact; infinite if there is none.</summary>
    public double ShortestDelay { get; private init; } = double.PositiveInfinity;

    /// <summary>Compiles projections whose sources are gids of a range.</summary>
    public static ContactList Compile(IEnumerable<Projection> projections, NetworkDescription network, CellPlan[] plans, double stopTime, Range range)
    {
        var (contacts, sources) = (new List<Contact>(), new List<int>());
        var shortest = double.PositiveInfinity;
        foreach (var projection in projections.Where(projection => projection.Targets.Length > 0))
        {
            var slots = SlotsOf(projection, plans);
            for (var pair = 0; pair < projection.Targets.Length; pair++)
            {
                var (source, target) = (projection.Sources[pair], projection.Targets[pair]);
                var (weight, delay) = projection.Between(network.Positions[source], network.Positions[target]);
                if (weight == 0 || delay > stopTime)
                    continue;
                shortest = Math.Min(shortest, delay);
                foreach (var (slot, factor) in slots)
                {
                    contacts.Add(new Contact(target, slot, weight * factor, delay));
                    sources.Add(source);
                }
            }
        }

        var (first, count) = range.GetOffsetAndLength(network.Positions.Length);
        return new ContactList(contacts, sources, first, count) { ShortestDelay = shortest };
    }

    /// <summary>The contacts of a source.</summary>
    public ReadOnlySpan<Contact> Of(int source) =>
        _contacts.AsSpan(_starts[source - _firstSource].._starts[source - _firstSource + 1]);

    private static (int Slot, double Factor)[] SlotsOf(Projection projection, CellPlan[] plans)
    {
        var target = projection.Targets[0];
        var plan = plans.Single(plan =>
            target >= plan.Population.FirstGid && target < plan.Population.FirstGid + plan.Population.Count);
        return [.. projection.Sections.Select(section =>
        {
            var slot = Array.FindIndex(plan.Slots, slot => slot.Section == section && slot.Receptor == projection.Receptor);
            return (slot, plan.Slots[slot].Model is Exp2Synapse synapse ? synapse.PeakFactor : 1);
        })];
    }
}
