namespace Hnn.Core.Networks;

public sealed partial class Network : IEquatable<Network>
{
    /// <summary>Whether both networks hold the same: cells, places, connections in any order, drives, biases, electrodes and numbers.</summary>
    /// <param name="other">The other network.</param>
    public bool Equals(Network? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (Structure.AreEqual(Numbers(), other.Numbers())
                && Structure.AreEqual(CellTypes, other.CellTypes)
                && Structure.AreEqual(Positions, other.Positions)
                && Structure.AreEqual(Drives, other.Drives)
                && Structure.AreEqual(_biases, other._biases)
                && Structure.AreEqual(ElectrodeArrays, other.ElectrodeArrays)
                && HasConnectionsOf(other)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Network);

    /// <summary>A hash of what never changes, so that a network may be changed while it is a key.</summary>
    public override int GetHashCode() => HashCode.Combine(Mesh, LegacyMode, CellCount);

    private object[] Numbers() => [Mesh, LegacyMode, Celsius, SpikeThreshold, Delay, InPlaneDistance, LayerSeparation, Origin];

    private bool HasConnectionsOf(Network other)
    {
        var unmatched = other._connections.ToList();
        return unmatched.Count == _connections.Count && _connections.TrueForAll(connection =>
            unmatched.FindIndex(candidate => candidate.ToString() == connection.ToString() && Structure.AreEqual(connection, candidate)) is var found and >= 0
            && RemoveAt(unmatched, found));
    }

    private static bool RemoveAt(List<Connection> connections, int index)
    {
        connections.RemoveAt(index);
        return true;
    }
}
