namespace Hnn.Mpi.Tests.Hosts;

/// <summary>Three hosts that the tests of a class share.</summary>
public sealed class ThreeHostCluster : IDisposable
{
    internal Cluster Cluster { get; } = new(3);

    public void Dispose() => Cluster.Dispose();
}
