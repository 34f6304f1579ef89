using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Engine.Cells;
using Hnn.Testing;

namespace Hnn.Interactive.Tests;

/// <summary>A small value of each type that notebooks show, the same in every run.</summary>
internal static class Samples
{
    private static readonly Lazy<OrderedDictionary<string, object>> Made = new(Make);

    /// <summary>The values by the names of their golden files.</summary>
    public static IReadOnlyDictionary<string, object> All => Made.Value;

    /// <summary>A column of twelve cells with drives of all kinds, a bias and electrodes.</summary>
    public static Network Net()
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (2, 2) });
        var weights = new Dictionary<string, double> { ["L2_pyramidal"] = 0.02, ["L5_pyramidal"] = 0.01 };
        net.AddEvokedDrive("evprox1", mu: 4, sigma: 0.5, spikeCount: 1, location: "proximal", ampaWeights: weights);
        net.AddPoissonDrive("noise", rates: 50, location: "distal", ampaWeights: weights, stop: 20);
        net.AddBurstyDrive("alpha", burstRate: 40, location: "proximal", nmdaWeights: weights, spikesPerBurst: 2, spikeInterval: 2);
        net.AddSpikeTrainDrive("replay", Enumerable.Repeat<double[]>([1, 2, 3], 8), location: "distal", ampaWeights: weights);
        net.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 0.1 });
        net.AddElectrodeArray("probe", [new Point3(0, 0, -300), new Point3(0, 0, 500), new Point3(0, 0, 1500)]);
        return net;
    }

    /// <summary>A fit of one parameter over a few milliseconds.</summary>
    public static Optimizer Optimizer(int evaluations = 6) =>
        new Optimizer(SmallColumn(), stopTime: 6, new ParameterSpace { ["mu"] = (1, 5) }, SetMu) { Solver = new SobolSearch(), MaxEvaluations = evaluations, Seed = 1 };

    /// <summary>The smallest column, with the drives of an evoked response.</summary>
    public static Network SmallColumn()
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = (1, 1) });
        net.AddDefaultErpDrives();
        return net;
    }

    /// <summary>What the fit is compared with.</summary>
    public static Dipole Target { get; } = new([0, 2, 4, 6], [0, 1, 1, 0]);

    private static void SetMu(Network net, ParameterValues p) => net.ChangeDrive<EvokedDrive>("evprox1", drive => drive with { Mu = p["mu"], Sigma = 0.5 });

    private static OrderedDictionary<string, object> Make()
    {
        using var folder = new TemporaryFolder();
        var net = Net();
        var result = net.Simulate(SimulationOptions.Default with { StopTime = 20, Trials = 2 });
        var dipole = Waves(0);
        var fit = Optimizer().Fit(Target, FitOptions.Default with { FreshTrials = 2 });
        return new OrderedDictionary<string, object>
        {
            ["network"] = net,
            ["cell-type"] = net.CellTypes[0],
            ["cell-types"] = net.CellTypes,
            ["cell"] = net.CellTypes["L2_pyramidal"].Cell,
            ["section"] = net.CellTypes["L5_pyramidal"].Cell["apical_1"],
            ["connection"] = net.Connections[0],
            ["connections"] = net.Connections,
            ["drives"] = net.Drives,
            ["drive-evoked"] = net.Drives["evprox1"],
            ["drive-poisson"] = net.Drives["noise"],
            ["drive-bursty"] = net.Drives["alpha"],
            ["drive-spike-train"] = net.Drives["replay"],
            ["dipole"] = dipole,
            ["dipoles"] = ImmutableArray.Create(dipole, Waves(1), Waves(2)),
            ["dipoles-of-different-times"] = new[] { dipole, Target },
            ["cell-response"] = result.CellResponse,
            ["simulation-result"] = result,
            ["electrode-array"] = net.ElectrodeArrays["probe"],
            ["electrode-recording"] = result.Electrode("probe"),
            ["fit-result"] = fit,
            ["stepwise-fit-result"] = new StepwiseEvokedFit(Net(), stopTime: 6) { Solver = new SobolSearch(), EvaluationsPerStep = 2 }.Fit(Target, FitOptions.Default with { FreshTrials = 0 }),
            ["sobol-indices"] = UncertaintySamples.Indices,
            ["morris-screening"] = UncertaintySamples.Screening,
            ["good-fits"] = UncertaintySamples.Fits,
            ["abc-posterior"] = UncertaintySamples.Posterior,
            ["abc-posterior-without-particles"] = UncertaintySamples.Posterior with { Particles = [], Tolerances = [], Stop = AbcStop.Canceled },
            ["likelihood-profile"] = UncertaintySamples.Profile,
            ["sweep-store"] = StoredSweep(folder.PathOf("sweep")),
            ["sweep-table"] = SweepStore.Open(folder.PathOf("sweep")).Read(SweepOutputs.Dipoles),
            ["sweep-table-of-points"] = SweepStore.Open(folder.PathOf("sweep")).Read(SweepOutputs.None),
            ["sweep-point"] = Points()[1],
            ["sweep-points"] = Points(),
            ["figure"] = Plots.Plots.DipoleLayers(dipole),
        };
    }

    // Two deflections on a ripple, in three layers.
    private static Dipole Waves(int trial)
    {
        ImmutableArray<double> times = [.. Enumerable.Range(0, 341).Select(k => k * 0.5)];
        ImmutableArray<double> upper = [.. times.Select(t => (-20 * Math.Exp(-Math.Pow((t - 60 - trial) / 9, 2))) + Math.Sin(t + trial))];
        ImmutableArray<double> lower = [.. times.Select(t => 35 * Math.Exp(-Math.Pow((t - 110 + trial) / 14, 2)))];
        return new Dipole(times, [KeyValuePair.Create("agg", (ImmutableArray<double>)[.. upper.Zip(lower, (a, b) => a + b)]), KeyValuePair.Create("L2", upper), KeyValuePair.Create("L5", lower)]);
    }

    private static SweepStore StoredSweep(string folder)
    {
        var sweep = new ParameterSweep(SmallColumn(), SetMu)
        {
            Simulation = SimulationOptions.Default with { StopTime = 2 }, Folder = folder, Format = SweepFormat.Csv, Summaries = { ["trials"] = result => result.Dipoles.Length },
        };
        sweep.Run(Grid.Product(("mu", [1, 2, 3])));
        return SweepStore.Open(folder);
    }

    private static ImmutableArray<SweepPoint> Points() =>
    [
        .. Grid.Product(("mu", [40, 50]), ("sigma", [3, 5])).Select((parameters, index) => new SweepPoint(
            index, parameters, new Dictionary<string, double> { ["peak"] = index == 3 ? double.NaN : 10.5 * index }, index == 3 ? "It was <too> late." : null, null)),
    ];
}
