using System.Collections.Immutable;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;

namespace Hnn.Core.Networks;

/// <summary>From what a network is made.</summary>
/// <example><c>var small = Network.Jones2009(new NetworkOptions { Mesh = (3, 3) });</c></example>
public sealed record NetworkOptions
{
    /// <summary>A 10 × 10 column with the default parameters.</summary>
    public static NetworkOptions Default { get; } = new();

    /// <summary>Number of pyramidal cells of each layer along x and y. Each at least 1. Default: 10 × 10.</summary>
    public (int X, int Y) Mesh { get; init; } = (10, 10);

    /// <summary>Parameters of cells, connections, temperature and threshold. Default: the default parameter file of the reference.</summary>
    public HnnParameters Parameters { get; init; } = ParameterSets.Default;

    /// <summary>Whether drives are numbered as the first HNN interface did: one drive cell for each cell of the network, whether it is a target or not. Default: false.</summary>
    public bool LegacyMode { get; init; }

    /// <summary>Whether the network is made with the drives and biases that its parameters describe. Default: false.</summary>
    public bool DrivesFromParameters { get; init; }

    /// <summary>Kinds of cells in the order of their gids; null for the four of the column. If set, <see cref="Positions"/> must be set too. Default: null.</summary>
    public ImmutableArray<CellType>? CellTypes { get; init; }

    /// <summary>Positions in µm of the cells of each kind in <see cref="CellTypes"/>; null for the grid. Default: null.</summary>
    public ImmutableDictionary<string, ImmutableArray<Point3>>? Positions { get; init; }

    /// <summary>Place of the drives' artificial cells in µm; null for the grid's centre. Default: null.</summary>
    public Point3? Origin { get; init; }
}
