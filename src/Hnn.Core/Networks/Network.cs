using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Core.Networks;

/// <summary>A column of neocortex that can be changed until it is simulated: populations of cells, their connections, drives, biases and electrodes.</summary>
/// <remarks>The one mutable type of the library; not safe for use by several threads. A run works on what <see cref="Describe"/> returns and never changes it.</remarks>
/// <example><c>var net = Network.Jones2009(); net.AddDefaultErpDrives();</c></example>
public sealed partial class Network
{
    private readonly List<Connection> _connections = [];
    private readonly List<TonicBias> _biases = [];
    private ImmutableDictionary<string, ImmutableArray<Point3>> _cellPositions;

    /// <summary>Makes a network of cells without connections between them.</summary>
    /// <param name="options">Mesh, parameters and, if they are not the column's, cells and positions. Default: <see cref="NetworkOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The mesh is smaller than 1 × 1, or cells and positions do not belong together.</exception>
    public Network(NetworkOptions? options = null)
    {
        options ??= NetworkOptions.Default;
        Refusal.IfAny(NetworkChecks.Of(options), nameof(options));
        Parameters = options.Parameters;
        LegacyMode = options.LegacyMode;
        Mesh = options.Mesh;
        Celsius = Parameters["celsius"];
        SpikeThreshold = Parameters["threshold"];
        CellTypes = new NamedList<CellType>("cell type", type => type.Name, options.CellTypes ?? StandardCellTypes.Make(Parameters));
        Origin = options.Origin ?? Grid.Origin;
        _cellPositions = options.Positions ?? CellTypes.ToImmutableDictionary(type => type.Name, type => Grid.For(type)!.Value);
        if (options.DrivesFromParameters)
            AddDrivesFromParameters();
    }

    /// <summary>Makes a network of cells without connections from a parameter set.</summary>
    /// <param name="parameters">Parameters of cells, temperature and threshold.</param>
    /// <param name="options">All else; its parameters are not used.</param>
    public Network(HnnParameters parameters, NetworkOptions? options = null)
        : this((options ?? NetworkOptions.Default) with { Parameters = parameters })
    {
    }

    private Network(Network other)
    {
        (Parameters, LegacyMode, Mesh, Origin) = (other.Parameters, other.LegacyMode, other.Mesh, other.Origin);
        (Celsius, SpikeThreshold, Delay) = (other.Celsius, other.SpikeThreshold, other.Delay);
        (InPlaneDistance, LayerSeparation) = (other.InPlaneDistance, other.LayerSeparation);
        (CellTypes, Drives, ElectrodeArrays) = (other.CellTypes.Clone(), other.Drives.Clone(), other.ElectrodeArrays.Clone());
        _cellPositions = other._cellPositions;
        _biases = [.. other._biases];
        _connections = [.. other._connections.Select(connection => connection.Clone())];
    }

    /// <summary>The parameters the network was made from.</summary>
    public HnnParameters Parameters { get; }

    /// <summary>Whether each drive has a drive cell for every cell of the network, as the first HNN interface had.</summary>
    public bool LegacyMode { get; }

    /// <summary>Number of pyramidal cells of each layer along x and y.</summary>
    public (int X, int Y) Mesh { get; }

    /// <summary>Temperature in °C. Default: that of the parameters, 37.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double Celsius
    {
        get;
        set
        {
            Require.Finite(value, nameof(Celsius));
            field = value;
        }
    }

    /// <summary>Somatic voltage in mV above which a cell spikes, unless a connection that leaves it says otherwise. Default: that of the parameters, 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double SpikeThreshold
    {
        get;
        set
        {
            Require.Finite(value, nameof(SpikeThreshold));
            field = value;
        }
    }

    /// <summary>Delay at distance 0 in ms of the connections the presets make. Default: 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double Delay
    {
        get;
        set
        {
            Require.NotNegative(value, "ms", nameof(Delay));
            field = value;
        }
    } = 1;

    /// <summary>Distance of neighbouring pyramidal cells in µm; space constants are multiples of it. Changed by <see cref="SetCellPositions"/>. Default: 1.</summary>
    public double InPlaneDistance { get; private set; } = 1;

    /// <summary>Height of the pyramidal cells of layer 2 above those of layer 5 in µm. Changed by <see cref="SetCellPositions"/>. Default: 1307.4.</summary>
    public double LayerSeparation { get; private set; } = 1307.4;

    /// <summary>Place of the drives' artificial cells in µm.</summary>
    public Point3 Origin { get; private set; }

    /// <summary>Kinds of cells in the order of their gids.</summary>
    public NamedList<CellType> CellTypes { get; }

    /// <summary>Drives in the order of adding.</summary>
    public NamedList<Drive> Drives { get; } = new("drive", drive => drive.Name);

    /// <summary>Tonic biases in the order of adding.</summary>
    public IReadOnlyList<TonicBias> Biases => _biases;

    /// <summary>Groups of connections, the drives' among them, in the order of creation.</summary>
    public IReadOnlyList<Connection> Connections => _connections;

    /// <summary>Arrays of extracellular electrodes in the order of adding.</summary>
    public NamedList<ElectrodeArray> ElectrodeArrays { get; } = new("electrode array", array => array.Name);

    /// <summary>Gids of each population, then of each drive, in ascending order.</summary>
    public IReadOnlyDictionary<string, GidRange> GidRanges
    {
        get
        {
            var ranges = new OrderedDictionary<string, GidRange>(StringComparer.Ordinal);
            var next = 0;
            foreach (var type in CellTypes)
                ranges.Add(type.Name, new GidRange(next, next += _cellPositions[type.Name].Length));
            foreach (var drive in Drives)
                ranges.Add(drive.Name, drive.GidRange);
            return ranges;
        }
    }

    /// <summary>Positions in µm of the cells of each population, then of each drive. Shape: [cell] each.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<Point3>> Positions
    {
        get
        {
            var positions = new OrderedDictionary<string, ImmutableArray<Point3>>(StringComparer.Ordinal);
            foreach (var type in CellTypes)
                positions.Add(type.Name, _cellPositions[type.Name]);
            foreach (var drive in Drives)
                positions.Add(drive.Name, [.. Enumerable.Repeat(Origin, drive.GidRange.Count)]);
            return positions;
        }
    }

    /// <summary>Number of real cells.</summary>
    public int CellCount => CellTypes.Sum(type => _cellPositions[type.Name].Length);

    /// <summary>Number of real cells and drive cells together.</summary>
    public int GidCount => CellCount + Drives.Sum(drive => drive.GidRange.Count);

    private GridLayout Grid => new(Mesh, InPlaneDistance, LayerSeparation);

    /// <summary>Name of the population or drive a gid belongs to; null if there is no such gid.</summary>
    /// <param name="gid">A gid.</param>
    public string? PopulationOf(int gid) =>
        GidRanges.Where(range => range.Value.Contains(gid)).Select(range => range.Key).FirstOrDefault();

    /// <summary>A copy that can be changed without changing this one.</summary>
    public Network Clone() => new(this);

    /// <summary>Moves the cells to a grid of other spacing, and the drives' cells to its centre.</summary>
    /// <param name="inPlaneDistance">Distance of neighbouring pyramidal cells in µm. Positive. Default: as it is.</param>
    /// <param name="layerSeparation">Height of the pyramidal cells of layer 2 above those of layer 5 in µm. Positive. Default: as it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">A distance is not positive.</exception>
    /// <exception cref="InvalidOperationException">The network has cells that are not on the column's grid.</exception>
    /// <remarks>Space constants are multiples of the in-plane distance, so weights and delays stay as they are.</remarks>
    public void SetCellPositions(double? inPlaneDistance = null, double? layerSeparation = null)
    {
        var grid = new GridLayout(Mesh, inPlaneDistance ?? InPlaneDistance, layerSeparation ?? LayerSeparation);
        Require.Positive(grid.InPlaneDistance, "µm", nameof(inPlaneDistance));
        Require.Positive(grid.LayerSeparation, "µm", nameof(layerSeparation));
        if (CellTypes.FirstOrDefault(type => grid.For(type)?.Length != _cellPositions[type.Name].Length) is { } stranger)
        {
            throw new InvalidOperationException(
                $"The cells of '{stranger.Name}' cannot be moved. They are not those of a {Mesh.X} × {Mesh.Y} column. "
                + $"Make a network with other {nameof(NetworkOptions.Positions)} instead.");
        }
        (InPlaneDistance, LayerSeparation, Origin) = (grid.InPlaneDistance, grid.LayerSeparation, grid.Origin);
        _cellPositions = CellTypes.ToImmutableDictionary(type => type.Name, type => grid.For(type)!.Value);
    }

    /// <summary>One line for people: how many of what.</summary>
    public override string ToString() =>
        $"{CellCount} cells ({string.Join(", ", CellTypes.Select(type => $"{_cellPositions[type.Name].Length} {type.Name}"))}), "
        + $"{_connections.Count} connections, {Drives.Count} drives, {_biases.Count} biases, {ElectrodeArrays.Count} electrode arrays";
}
