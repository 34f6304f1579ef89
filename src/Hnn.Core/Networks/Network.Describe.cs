using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Hnn.Core.Drives;
using Hnn.Engine.Models;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    /// <summary>Checks everything and says what the engine needs to know for runs up to a time.</summary>
    /// <param name="stopTime">End of the runs in ms; drives and biases without a stop time of their own end with it. Positive.</param>
    /// <returns>Immutable data; later changes of the network do not reach it.</returns>
    /// <exception cref="NetworkException">The network cannot be simulated. Lists all its faults.</exception>
    public NetworkDescription Describe(double stopTime)
    {
        var problems = Problems(stopTime).ToImmutableArray();
        if (!problems.IsEmpty)
            throw new NetworkException(problems);
        var ranges = GidRanges;
        return new NetworkDescription
        {
            Celsius = Celsius,
            Populations = [.. CellTypes.Select(type => new Population(type.Name, type.Cell, ranges[type.Name].Start, ranges[type.Name].Count, type.ContributesToDipole))],
            Positions = [.. Positions.Values.SelectMany(positions => positions)],
            Thresholds = Thresholds(),
            Projections = [.. _connections.Where(HasContacts).Select(Projection)],
            Clamps = [.. _biases.Select(bias => new CurrentClamp(bias.CellType, bias.Section, bias.Amplitude, bias.Start, (bias.Stop ?? stopTime) - bias.Start))],
            ElectrodeArrays = [.. ElectrodeArrays],
        };
    }

    /// <summary>Weight in µS and delay in ms of each pair of a connection, in the order of its pairs.</summary>
    /// <param name="connection">One of <see cref="Connections"/>.</param>
    public ImmutableArray<(double Weight, double Delay)> EffectiveSynapses(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var projection = Projection(connection);
        var positions = Positions.Values.SelectMany(all => all).ToArray();
        return [.. connection.Pairs.Select(pair => projection.Between(positions[pair.Source], positions[pair.Target]))];
    }

    private IEnumerable<NetworkProblem> Problems(double stopTime) =>
    [
        .. RunChecks.Of(stopTime),
        .. CellTypes.SelectMany(type => CellChecks.Of(type, _cellPositions[type.Name])),
        .. _connections.SelectMany(connection => ConnectionChecks.OfContacts(CellTypes[connection.TargetType], connection.Location, connection.Receptor)).Distinct(),
        .. _biases.SelectMany(bias => BiasChecks.Of(this, bias).Concat(BiasChecks.Of(bias, stopTime))),
        .. Drives.OfType<PoissonDrive>().SelectMany(drive => RunChecks.Of(drive, stopTime)),
    ];

    private bool HasContacts(Connection connection) =>
        !connection.Pairs.IsEmpty && !CellTypes[connection.TargetType].Cell.SectionsAt(connection.Location).IsEmpty;

    private Projection Projection(Connection connection)
    {
        var (sources, targets) = (new int[connection.Pairs.Length], new int[connection.Pairs.Length]);
        for (var i = 0; i < sources.Length; i++)
            (sources[i], targets[i]) = connection.Pairs[i];
        return new Projection
        {
            Sources = ImmutableCollectionsMarshal.AsImmutableArray(sources),
            Targets = ImmutableCollectionsMarshal.AsImmutableArray(targets),
            Sections = CellTypes[connection.TargetType].Cell.SectionsAt(connection.Location),
            Receptor = connection.Receptor,
            Weight = connection.Weight * connection.Gain,
            Delay = connection.Delay,
            SpaceConstant = connection.SpaceConstant * InPlaneDistance,
        };
    }

    // A cell has one threshold. Every contact it makes sets it anew, so the connection created last decides.
    private ImmutableArray<double> Thresholds()
    {
        var thresholds = Enumerable.Repeat(SpikeThreshold, CellCount).ToArray();
        foreach (var connection in _connections.Where(connection => !connection.IsFromDrive).Where(HasContacts))
        {
            foreach (var (source, _) in connection.Pairs)
                thresholds[source] = connection.Threshold ?? SpikeThreshold;
        }
        return [.. thresholds];
    }
}
