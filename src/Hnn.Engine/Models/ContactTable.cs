using Hnn.Engine.Synapses;

namespace Hnn.Engine.Models;

// ContactTable: all contacts, source after source, each source's in the order of creation. Contacts without weight and
// those whose first spike would arrive after the end are left out.
internal sealed class ContactTable
{
    private readonly Contact[] _contacts;
    private readonly int[] _starts;

    private ContactTable(List<Contact> contacts, List<int> sources, int sourceCount)
    {
        _starts = new int[sourceCount + 1];
        foreach (var source in sources)
            _starts[source + 1]++;
        for (var source = 0; source < sourceCount; source++)
            _starts[source + 1] += _starts[source];
        var next = _starts[..sourceCount].ToArray();
        _contacts = new Contact[contacts.Count];
        for (var i = 0; i < contacts.Count; i++)
            _contacts[next[sources[i]]++] = contacts[i];
    }

    /// <summary>Number of contacts.</summary>
    public int Count => _contacts.Length;

    /// <summary>Shortest delay in ms of a contact between cells; infinite if there is none.</summary>
    public double ShortestDelay { get; private set; } = double.PositiveInfinity;

    public static ContactTable Compile(NetworkDescription network, CellPlan[] plans, double stopTime)
    {
        var (contacts, sources) = (new List<Contact>(), new List<int>());
        var shortest = double.PositiveInfinity;
        var cellCount = network.CellCount;
        foreach (var projection in network.Projections.Where(projection => projection.Targets.Length > 0))
        {
            var slots = SlotsOf(projection, plans);
            for (var pair = 0; pair < projection.Targets.Length; pair++)
            {
                var (source, target) = (projection.Sources[pair], projection.Targets[pair]);
                var (weight, delay) = projection.Between(network.Positions[source], network.Positions[target]);
                if (weight == 0 || delay > stopTime)
                    continue;
                if (source < cellCount)
                    shortest = Math.Min(shortest, delay);
                foreach (var (slot, factor) in slots)
                {
                    contacts.Add(new Contact(target, slot, weight * factor, delay));
                    sources.Add(source);
                }
            }
        }

        return new ContactTable(contacts, sources, network.Positions.Length) { ShortestDelay = shortest };
    }

    /// <summary>The contacts of a source.</summary>
    public ReadOnlySpan<Contact> Of(int source) => _contacts.AsSpan(_starts[source].._starts[source + 1]);

    /// <summary>Index of a source's first contact among all.</summary>
    public int FirstOf(int source) => _starts[source];

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
