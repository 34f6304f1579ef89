using Hnn.Core.Networks;

namespace Hnn.Plots.Tests;

/// <summary>The column of 3 × 3 pyramidal cells: gids 0 to 2 are layer 2 basket cells, 3 to 11 layer 2 pyramidal ones, 12 to 14 and 15 to 23 those of layer 5.</summary>
internal static class SmallNetworks
{
    /// <summary>Neighbours are 1 µm apart; basket cells stand at (0, 0), (1, 1) and (0, 2), pyramidal ones at (0, 0), (0, 1), (0, 2), (1, 0) …</summary>
    public static Network Unconnected() => new(new NetworkOptions { Mesh = (3, 3) });
}
