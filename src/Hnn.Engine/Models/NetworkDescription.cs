using System.Collections.Immutable;
using Hnn.Engine.Cells;

namespace Hnn.Engine.Models;

/// <summary>All the engine needs to know of a network, apart from its drives' spike times: plain, immutable data, the same for all trials.</summary>
/// <remarks>Cells have the gids 0 … cells-1, population after population; the drives' artificial cells follow.</remarks>
public sealed record NetworkDescription
{
    /// <summary>Temperature in °C. Default: 37.</summary>
    public double Celsius { get; init; } = 37;

    /// <summary>Populations of real cells in the order of their gids.</summary>
    public required ImmutableArray<Population> Populations { get; init; }

    /// <summary>Position in µm of every source of spikes, cells first, then drive cells. Shape: [gid].</summary>
    public required ImmutableArray<Point3> Positions { get; init; }

    /// <summary>Somatic voltage in mV above which a cell spikes. Shape: [gid of a cell].</summary>
    public required ImmutableArray<double> Thresholds { get; init; }

    /// <summary>Groups of like connections in the order of creation.</summary>
    public ImmutableArray<Projection> Projections { get; init; } = [];

    /// <summary>Constant currents into cells.</summary>
    public ImmutableArray<CurrentClamp> Clamps { get; init; } = [];

    /// <summary>Arrays of extracellular electrodes.</summary>
    public ImmutableArray<ElectrodeArray> ElectrodeArrays { get; init; } = [];

    /// <summary>Number of real cells.</summary>
    public int CellCount => Populations.Sum(population => population.Count);
}
