using System.Collections.Immutable;
using Hnn.Core.Drives;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    /// <summary>Adds an evoked drive: a volley of spikes whose times are normally distributed.</summary>
    /// <param name="name">Name, unique in the network.</param>
    /// <param name="mu">Mean time in ms.</param>
    /// <param name="sigma">Standard deviation in ms. At least 0.</param>
    /// <param name="spikeCount">Spikes per drive cell and trial. Above 0.</param>
    /// <param name="location">Where on the targets: a group such as <c>proximal</c>, or a section's name.</param>
    /// <param name="ampaWeights">AMPA weights in µS by target cell type. Default: none.</param>
    /// <param name="nmdaWeights">NMDA weights in µS by target cell type. Default: none.</param>
    /// <param name="delays">Delays in ms at distance 0. Default: 0.1.</param>
    /// <param name="spaceConstant">Distance over which weights fall by a factor of e, in units of <see cref="InPlaneDistance"/>. Default: 3.</param>
    /// <param name="probability">Part of the pairs that is connected, above 0 and at most 1. Default: 1.</param>
    /// <param name="cellCount">Number of drive cells; null for one per target cell. Default: null.</param>
    /// <param name="cellSpecific">Whether each target cell has a drive cell of its own. Default: true.</param>
    /// <param name="eventSeed">Seed of the event times. At least 0. Default: 2.</param>
    /// <param name="connectionSeed">Seed of the choice of pairs; null draws a new one. Default: 3.</param>
    /// <returns>The drive as the network holds it.</returns>
    /// <exception cref="ArgumentException">The drive does not fit the network; the message lists all that is wrong with it.</exception>
    public Drive AddEvokedDrive(
        string name, double mu, double sigma, int spikeCount, string location,
        IReadOnlyDictionary<string, double>? ampaWeights = null, IReadOnlyDictionary<string, double>? nmdaWeights = null,
        ByCellType? delays = null, double spaceConstant = 3, ByCellType? probability = null,
        int? cellCount = null, bool cellSpecific = true, int eventSeed = 2, int? connectionSeed = 3) =>
        AddDrive(Reaching(
            new EvokedDrive
            {
                Name = name, Location = location, Mu = mu, Sigma = sigma, SpikeCount = spikeCount, SpaceConstant = spaceConstant,
                CellCount = cellCount, CellSpecific = cellSpecific, EventSeed = eventSeed, ConnectionSeed = connectionSeed,
            },
            ampaWeights, nmdaWeights, delays, probability));

    /// <summary>Adds a Poisson drive: spikes at a constant rate.</summary>
    /// <param name="name">Name, unique in the network.</param>
    /// <param name="rates">Rate in Hz, above 0: one for all targets, or one for each if the drive is cell-specific.</param>
    /// <param name="location">Where on the targets: a group such as <c>proximal</c>, or a section's name.</param>
    /// <param name="ampaWeights">AMPA weights in µS by target cell type. Default: none.</param>
    /// <param name="nmdaWeights">NMDA weights in µS by target cell type. Default: none.</param>
    /// <param name="start">Time in ms from which spikes come. At least 0. Default: 0.</param>
    /// <param name="stop">Time in ms before which they end, not before the start; null for the end of each run. Default: null.</param>
    /// <param name="delays">Delays in ms at distance 0. Default: 0.1.</param>
    /// <param name="spaceConstant">Distance over which weights fall by a factor of e, in units of <see cref="InPlaneDistance"/>. Default: 100.</param>
    /// <param name="probability">Part of the pairs that is connected, above 0 and at most 1. Default: 1.</param>
    /// <param name="cellCount">Number of drive cells; null for one per target cell. Default: null.</param>
    /// <param name="cellSpecific">Whether each target cell has a drive cell of its own. Default: true.</param>
    /// <param name="eventSeed">Seed of the event times. At least 0. Default: 2.</param>
    /// <param name="connectionSeed">Seed of the choice of pairs; null draws a new one. Default: 3.</param>
    /// <returns>The drive as the network holds it.</returns>
    /// <exception cref="ArgumentException">The drive does not fit the network; the message lists all that is wrong with it.</exception>
    public Drive AddPoissonDrive(
        string name, ByCellType rates, string location,
        IReadOnlyDictionary<string, double>? ampaWeights = null, IReadOnlyDictionary<string, double>? nmdaWeights = null,
        double start = 0, double? stop = null, ByCellType? delays = null, double spaceConstant = 100, ByCellType? probability = null,
        int? cellCount = null, bool cellSpecific = true, int eventSeed = 2, int? connectionSeed = 3)
    {
        ArgumentNullException.ThrowIfNull(rates);
        return AddDrive(Reaching(
            new PoissonDrive
            {
                Name = name, Location = location, Rates = rates.For(Targets(ampaWeights, nmdaWeights)), Start = start, Stop = stop, SpaceConstant = spaceConstant,
                CellCount = cellCount, CellSpecific = cellSpecific, EventSeed = eventSeed, ConnectionSeed = connectionSeed,
            },
            ampaWeights, nmdaWeights, delays, probability));
    }

    /// <summary>Adds a bursty drive: rhythmic bursts of spikes.</summary>
    /// <param name="name">Name, unique in the network.</param>
    /// <param name="burstRate">Bursts per second. Above 0.</param>
    /// <param name="location">Where on the targets: a group such as <c>proximal</c>, or a section's name.</param>
    /// <param name="ampaWeights">AMPA weights in µS by target cell type. Default: none.</param>
    /// <param name="nmdaWeights">NMDA weights in µS by target cell type. Default: none.</param>
    /// <param name="start">Mean time of the first burst in ms. At least 0. Default: 0.</param>
    /// <param name="startStd">Standard deviation of the first burst's time in ms. At least 0. Default: 0.</param>
    /// <param name="stop">Time in ms before which the last burst's mean lies, not before the start; null for the end of each run. Default: null.</param>
    /// <param name="burstStd">Standard deviation of a burst's time around its mean in ms. At least 0. Default: 0.</param>
    /// <param name="spikesPerBurst">Spikes of one burst. Above 0. Default: 2.</param>
    /// <param name="spikeInterval">Interval of a burst's spikes in ms; the burst must fit between two bursts. Default: 10.</param>
    /// <param name="delays">Delays in ms at distance 0. Default: 0.1.</param>
    /// <param name="spaceConstant">Distance over which weights fall by a factor of e, in units of <see cref="InPlaneDistance"/>. Default: 100.</param>
    /// <param name="probability">Part of the pairs that is connected, above 0 and at most 1. Default: 1.</param>
    /// <param name="cellCount">Number of drive cells; null for one per target cell. Default: 1.</param>
    /// <param name="cellSpecific">Whether each target cell has a drive cell of its own. Default: false.</param>
    /// <param name="eventSeed">Seed of the event times. At least 0. Default: 2.</param>
    /// <param name="connectionSeed">Seed of the choice of pairs; null draws a new one. Default: 3.</param>
    /// <returns>The drive as the network holds it.</returns>
    /// <exception cref="ArgumentException">The drive does not fit the network; the message lists all that is wrong with it.</exception>
    public Drive AddBurstyDrive(
        string name, double burstRate, string location,
        IReadOnlyDictionary<string, double>? ampaWeights = null, IReadOnlyDictionary<string, double>? nmdaWeights = null,
        double start = 0, double startStd = 0, double? stop = null, double burstStd = 0, int spikesPerBurst = 2, double spikeInterval = 10,
        ByCellType? delays = null, double spaceConstant = 100, ByCellType? probability = null,
        int? cellCount = 1, bool cellSpecific = false, int eventSeed = 2, int? connectionSeed = 3) =>
        AddDrive(Reaching(
            new BurstyDrive
            {
                Name = name, Location = location, BurstRate = burstRate, Start = start, StartStd = startStd, Stop = stop, BurstStd = burstStd,
                SpikesPerBurst = spikesPerBurst, SpikeInterval = spikeInterval, SpaceConstant = spaceConstant,
                CellCount = cellCount, CellSpecific = cellSpecific, EventSeed = eventSeed, ConnectionSeed = connectionSeed,
            },
            ampaWeights, nmdaWeights, delays, probability));

    /// <summary>Adds a drive of given spikes, each of whose cells reaches all targets.</summary>
    /// <param name="name">Name, unique in the network.</param>
    /// <param name="spikeTimes">Spike times in ms, used as they are. Shape: [drive cell][spike].</param>
    /// <param name="location">Where on the targets: a group such as <c>proximal</c>, or a section's name.</param>
    /// <param name="ampaWeights">AMPA weights in µS by target cell type. Default: none.</param>
    /// <param name="nmdaWeights">NMDA weights in µS by target cell type. Default: none.</param>
    /// <param name="delays">Delays in ms at distance 0. Default: 0.1.</param>
    /// <param name="spaceConstant">Distance over which weights fall by a factor of e, in units of <see cref="InPlaneDistance"/>. Default: 3.</param>
    /// <param name="probability">Part of the pairs that is connected, above 0 and at most 1. Default: 1.</param>
    /// <param name="connectionSeed">Seed of the choice of pairs; null draws a new one. Default: 3.</param>
    /// <returns>The drive as the network holds it.</returns>
    /// <exception cref="ArgumentException">The drive does not fit the network; the message lists all that is wrong with it.</exception>
    public Drive AddSpikeTrainDrive(
        string name, IEnumerable<IEnumerable<double>> spikeTimes, string location,
        IReadOnlyDictionary<string, double>? ampaWeights = null, IReadOnlyDictionary<string, double>? nmdaWeights = null,
        ByCellType? delays = null, double spaceConstant = 3, ByCellType? probability = null, int? connectionSeed = 3)
    {
        ArgumentNullException.ThrowIfNull(spikeTimes);
        return AddDrive(Reaching(
            new SpikeTrainDrive
            {
                Name = name, Location = location, SpikeTimes = [.. spikeTimes.Select(times => times.ToImmutableArray())],
                SpaceConstant = spaceConstant, ConnectionSeed = connectionSeed,
            },
            ampaWeights, nmdaWeights, delays, probability));
    }

    /// <summary>Adds the three evoked drives of the standard evoked response: one distal, <c>evdist1</c>, and two proximal, <c>evprox1</c> and <c>evprox2</c>.</summary>
    /// <param name="start">Time in ms by which all three come later. Default: 0.</param>
    /// <exception cref="ArgumentException">The network has drives of these names or lacks their targets, or the time is not finite.</exception>
    /// <remarks>Source: Jones et al. 2009; the values of <c>add_erp_drives_to_jones_model</c> of hnn-core 0.6.</remarks>
    public void AddDefaultErpDrives(double start = 0)
    {
        Require.Finite(start);
        AddEvokedDrive(
            "evdist1", 63.53 + start, 3.85, 1, "distal",
            ampaWeights: Weights(0.006562, 7e-6, null, 0.1423), nmdaWeights: Weights(0.019482, 0.004317, null, 0.080074), delays: 0.1, eventSeed: 274);
        var delays = ByCellType.Of(Weights(0.1, 0.1, 1, 1));
        AddEvokedDrive("evprox1", 26.61 + start, 2.47, 1, "proximal", ampaWeights: Weights(0.08831, 0.01525, 0.19934, 0.00865), delays: delays, eventSeed: 544);
        AddEvokedDrive("evprox2", 137.12 + start, 8.33, 1, "proximal", ampaWeights: Weights(3e-6, 1.43884, 0.008958, 0.684013), delays: delays, eventSeed: 814);
    }

    private static Dictionary<string, double> Weights(double l2Basket, double l2Pyramidal, double? l5Basket, double l5Pyramidal)
    {
        var weights = new Dictionary<string, double> { ["L2_basket"] = l2Basket, ["L2_pyramidal"] = l2Pyramidal, ["L5_pyramidal"] = l5Pyramidal };
        if (l5Basket is { } weight)
            weights.Add("L5_basket", weight);
        return weights;
    }

    private static Drive Reaching(
        Drive drive, IReadOnlyDictionary<string, double>? ampaWeights, IReadOnlyDictionary<string, double>? nmdaWeights, ByCellType? delays, ByCellType? probability)
    {
        var targets = Targets(ampaWeights, nmdaWeights);
        return drive with
        {
            AmpaWeights = Drive.NoValues.AddRange(ampaWeights ?? Drive.NoValues),
            NmdaWeights = Drive.NoValues.AddRange(nmdaWeights ?? Drive.NoValues),
            Delays = (delays ?? 0.1).For(targets),
            Probabilities = (probability ?? 1).For(targets),
        };
    }

    private static List<string> Targets(IReadOnlyDictionary<string, double>? ampaWeights, IReadOnlyDictionary<string, double>? nmdaWeights) =>
        [.. (ampaWeights?.Keys ?? []).Union(nmdaWeights?.Keys ?? [])];
}
