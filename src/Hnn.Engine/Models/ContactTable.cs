using Hnn.Engine.Synapses;

namespace Hnn.Engine.Models;

// ContactTable: all contacts: those of cells, then those of drive cells. Alike models whose cells are connected in the
// same way share the first part, by far the larger one.
internal sealed class ContactTable
{
    private readonly ContactList _local;
    private readonly ContactList _ofDrives;
    private readonly int _cells;

    private ContactTable(ContactList local, ContactList ofDrives, int cells) => (_local, _ofDrives, _cells) = (local, ofDrives, cells);

    /// <summary>Number of contacts.</summary>
    public int Count => _local.Count + _ofDrives.Count;

    /// <summary>Shortest delay in ms of a contact between cells; infinite if there is none.</summary>
    public double ShortestDelay => _local.ShortestDelay;

    /// <summary>Compiles a network's contacts.</summary>
    /// <param name="network">The network.</param>
    /// <param name="plans">The plans of its populations.</param>
    /// <param name="stopTime">Contacts whose first spike would arrive later are left out.</param>
    /// <param name="like">An alike model, whose contacts between cells are shared if they are the same.</param>
    public static ContactTable Compile(NetworkDescription network, CellPlan[] plans, double stopTime, CompiledModel? like)
    {
        var (cells, sources) = (network.CellCount, network.Positions.Length);
        var local = like is not null && AreSame(Local(network), Local(like.Description))
            ? like.Contacts._local
            : ContactList.Compile(Local(network), network, plans, stopTime, 0..cells);
        return new ContactTable(local, ContactList.Compile(network.Projections.Where(projection => !IsLocal(projection, cells)), network, plans, stopTime, cells..sources), cells);
    }

    /// <summary>The contacts of a source.</summary>
    public ReadOnlySpan<Contact> Of(int source) => source < _cells ? _local.Of(source) : _ofDrives.Of(source);

    /// <summary>Whether the contacts between cells are shared with another table.</summary>
    public bool HasSameLocalPart(ContactTable other) => ReferenceEquals(_local, other._local);

    private static IEnumerable<Projection> Local(NetworkDescription network)
    {
        var cells = network.CellCount;
        return network.Projections.Where(projection => IsLocal(projection, cells));
    }

    private static bool IsLocal(Projection projection, int cells) => projection.Sources.Length > 0 && projection.Sources[0] < cells;

    private static bool AreSame(IEnumerable<Projection> some, IEnumerable<Projection> others)
    {
        var (ours, theirs) = (some.ToArray(), others.ToArray());
        return ours.Length == theirs.Length && ours.Zip(theirs).All(pair => pair.First.IsSameAs(pair.Second));
    }
}
