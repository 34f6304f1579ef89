using System.Collections.Concurrent;
using Hnn.Engine.Models;

namespace Hnn.Mpi.Wire;

/// <summary>
/// A rank's side of receiving networks in parts. Parts that networks share are the same objects in all of them, so that alike ones are seen to be alike.
/// One thread may add parts while another joins them.
/// </summary>
internal sealed class PartStore
{
    private readonly ConcurrentDictionary<string, byte[]> _parts = [];
    private readonly Dictionary<string, object> _read = [];

    /// <summary>Takes a part.</summary>
    public void Add(ReadOnlySpan<byte> part)
    {
        var bytes = Compression.Decompress(part);
        _parts[PartCatalog.NameOf(bytes)] = bytes;
    }

    /// <summary>The network of an outline.</summary>
    /// <exception cref="InvalidDataException">A part has not been received.</exception>
    public NetworkDescription Join(NetworkOutline outline) => Part<NetworkDescription>(outline.Body) with
    {
        Projections = [.. outline.Projections.Select(projection => Part<Projection>(projection.Pairs) with
        {
            Weight = projection.Weight, Delay = projection.Delay, SpaceConstant = projection.SpaceConstant,
        })],
    };

    private T Part<T>(string name)
        where T : class
    {
        if (_read.TryGetValue(name, out var known))
            return (T)known;
        if (!_parts.TryRemove(name, out var bytes))
            throw new InvalidDataException($"The part {name} of a network was not sent to this rank. This is a fault of the program; please report it.");
        var part = WireFormat.Read<T>(bytes);
        _read.Add(name, part);
        return part;
    }
}
