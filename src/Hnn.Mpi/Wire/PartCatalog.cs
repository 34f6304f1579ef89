using System.Security.Cryptography;
using Hnn.Engine.Models;

namespace Hnn.Mpi.Wire;

/// <summary>The parent's side of sending networks in parts: makes outlines, and hands out each part once.</summary>
/// <param name="send">Sends a part to all ranks; an empty one tells them to forget all parts.</param>
/// <param name="mostParts">Number of parts after which they are forgotten: a fit that draws its connections anew would fill the ranks' memory otherwise.</param>
internal sealed class PartCatalog(Action<byte[]> send, int mostParts = 5000)
{
    private readonly HashSet<string> _sent = [];

    // Trials of one network are shared out in several pieces of work.
    private (NetworkDescription Network, NetworkOutline Outline)? _last;

    /// <summary>Lets the ranks forget all parts if there are many. Only between pieces of work: the parts of one must be there together.</summary>
    public void MakeRoom()
    {
        if (_sent.Count < mostParts)
            return;
        _sent.Clear();
        _last = null;
        send([]);
    }

    /// <summary>The outline of a network, whose parts have all been sent then.</summary>
    public NetworkOutline OutlineOf(NetworkDescription network)
    {
        if (_last is not { } last || !ReferenceEquals(last.Network, network))
            _last = last = (network, Outlined(network));
        return last.Outline;
    }

    private NetworkOutline Outlined(NetworkDescription network) => new(
        Sent(network with { Projections = [] }),
        [.. network.Projections.Select(projection =>
            new ProjectionOutline(Sent(ProjectionOutline.PairsOf(projection)), projection.Weight, projection.Delay, projection.SpaceConstant))]);

    private string Sent<T>(T part)
    {
        var bytes = WireFormat.Write(part);
        var name = NameOf(bytes);
        if (_sent.Add(name))
            send(Compression.Compress(bytes));
        return name;
    }

    /// <summary>The name of a part.</summary>
    public static string NameOf(ReadOnlySpan<byte> part) => Convert.ToHexStringLower(SHA256.HashData(part));
}
