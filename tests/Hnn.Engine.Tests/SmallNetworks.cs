using System.Collections.Immutable;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Engine.Tests;

/// <summary>Hand-made networks that run in milliseconds.</summary>
internal static class SmallNetworks
{
    /// <summary>Integration step in ms.</summary>
    public const double TimeStep = 0.025;

    private const int PyramidalCount = 11;

    private const int BasketCount = 4;

    private const int CellCount = PyramidalCount + BasketCount;

    private static readonly ImmutableArray<int> Pyramidal = [.. Enumerable.Range(0, PyramidalCount)];

    private static readonly ImmutableArray<int> Basket = [.. Enumerable.Range(PyramidalCount, BasketCount)];

    /// <summary>Eleven pyramidal cells (gids 0-10, so two blocks), four basket cells (11-14), two drive cells (15, 16), all four synapse models at work.</summary>
    public static NetworkDescription Column { get; } = new()
    {
        Populations =
        [
            new Population("pyramidal", SmallCells.Rich, FirstGid: 0, PyramidalCount, ContributesToDipole: true),
            new Population("basket", SmallCells.Basket, PyramidalCount, BasketCount, ContributesToDipole: false),
        ],
        Positions = [.. Enumerable.Range(0, CellCount + 2).Select(gid => new Point3(3 * gid % 20, 5 * gid % 20, 100))],
        Thresholds = [.. Enumerable.Repeat(0.0, CellCount)],
        Projections =
        [
            Between([15], Pyramidal, "apical_trunk", "ampa", 0.03, 0.3),
            Between([16], Basket, CellTemplate.Soma, "ampa", 0.02, 0.1),
            Between(Pyramidal, Basket, CellTemplate.Soma, "ampa", 0.002, 1),
            Between(Pyramidal, Pyramidal, "apical_trunk", "nmda", 0.0005, 1.3),
            Between(Basket, Pyramidal, CellTemplate.Soma, "gabaa", 0.001, 1.1),
            Between(Basket, Pyramidal, CellTemplate.Soma, "gabab", 0.02, 1.2),
        ],
    };

    /// <summary>Two electrode arrays, one of each method.</summary>
    public static ImmutableArray<ElectrodeArray> Electrodes { get; } =
        [
            new ElectrodeArray("points", [new Point3(30, 0, 50), new Point3(30, 0, 150)], 0.3, FieldMethod.PointSource, 0.5),
            new ElectrodeArray("lines", [new Point3(0, 40, 100)], 0.3, FieldMethod.LineSource, 0.5),
        ];

    /// <summary>Probes of every kind, on both populations of the column and in both pyramidal blocks.</summary>
    public static ImmutableArray<Probe> Probes { get; } =
        [
            new Probe(ProbeQuantity.Voltage, 0, CellTemplate.Soma),
            new Probe(ProbeQuantity.Voltage, 12, CellTemplate.Soma),
            new Probe(ProbeQuantity.Calcium, 9, "apical_trunk"),
            new Probe(ProbeQuantity.SynapticCurrent, 2, "apical_trunk", "ampa"),
            new Probe(ProbeQuantity.SynapticCurrent, 10, "apical_trunk", "nmda"),
            new Probe(ProbeQuantity.SynapticCurrent, 3, CellTemplate.Soma, "gabab"),
        ];

    /// <summary>Spikes of the column's two drive cells in ms, some late enough to be on their way at any time.</summary>
    public static TrialInput Spikes(double shift = 0) => new([[2 + shift, 2.4 + shift, 11.3 + shift, 18 + shift], [7.5 + shift, 13 + shift]]);

    /// <summary>Some trials of the column whose drive cells spike at different times.</summary>
    public static ImmutableArray<TrialInput> Trials(int count) => [.. Enumerable.Range(0, count).Select(trial => Spikes(0.37 * trial))];

    /// <summary>Options for a run up to a time in ms, on one thread.</summary>
    public static EngineOptions Until(double stopTime) => new() { TimeStep = TimeStep, StopTime = stopTime, Threads = 1 };

    /// <summary>The model of a network for the step of these tests.</summary>
    public static CompiledModel Compiled(this NetworkDescription network) => CompiledModel.Compile(network, TimeStep);

    /// <summary>Runs a model for as long as the test is wanted.</summary>
    public static ImmutableArray<Recording> Run(
        this CompiledModel model, ImmutableArray<TrialInput> trials, EngineOptions options, ImmutableArray<Probe> probes, IProgress<double>? progress = null) =>
        Simulator.Run(model, trials, options, probes, progress, TestContext.Current.CancellationToken);

    /// <summary>A projection of every source to every target but itself, its weight falling to 1/e over 30 µm.</summary>
    public static Projection Between(
        ImmutableArray<int> sources, ImmutableArray<int> targets, string section, string receptor, double weight, double delay)
    {
        var pairs = sources.SelectMany(source => targets.Where(target => target != source).Select(target => (source, target))).ToArray();
        return new Projection
        {
            Sources = [.. pairs.Select(pair => pair.source)],
            Targets = [.. pairs.Select(pair => pair.target)],
            Sections = [section],
            Receptor = receptor,
            Weight = weight,
            Delay = delay,
            SpaceConstant = 30,
        };
    }
}
