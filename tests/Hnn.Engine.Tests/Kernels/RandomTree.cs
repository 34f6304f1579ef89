using Hnn.Engine.Kernels;
using Hnn.Testing;

namespace Hnn.Engine.Tests.Kernels;

/// <summary>A random cable, the same for the same seed.</summary>
internal static class RandomTree
{
    /// <summary>A tree whose nodes' parents come before them, with couplings between -3 and -0.1 mA/cm²/mV.</summary>
    public static CableTree Of(int nodes, int seed)
    {
        var random = new Random(seed);
        int[] parents = [-1, .. Enumerable.Range(1, nodes - 1).Select(node => random.Next(node))];
        return new CableTree(
            parents,
            Draw.Uniform(nodes, -3, -0.1, seed),
            Draw.Uniform(nodes, -3, -0.1, seed + 1),
            Draw.Uniform(nodes, 20, 40, seed + 2),
            Draw.Uniform(nodes, -5, 5, seed + 3));
    }
}
