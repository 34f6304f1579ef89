using System.Collections.Immutable;
using Hnn.Core.Cells;
using Hnn.Core.Drives;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;
using Hnn.Engine.Synapses;

namespace Hnn.Core.Tests.Files;

/// <summary>Networks that have between them all that a network can have.</summary>
internal static class SampleNetworks
{
    private static readonly NetworkOptions _mesh = new() { Mesh = (3, 3) };
    private static readonly Dictionary<string, double> _weights = new() { ["L2_pyramidal"] = 0.01, ["L5_pyramidal"] = 0.02 };
    private static readonly Dictionary<string, double> _basket = new() { ["L2_basket"] = 0.001 };

    public static Dictionary<string, Func<Network>> All { get; } = new()
    {
        ["the standard column"] = () => Network.Jones2009(_mesh),
        ["the Law column"] = () => Network.Law2021(new NetworkOptions { Mesh = (2, 4) }),
        ["the calcium column"] = () => Network.Calcium(_mesh),
        ["cells alone"] = () => new Network(_mesh),
        ["drives of all kinds"] = () => WithDrives(Network.Jones2009(_mesh)),
        ["drives from parameters"] = () => Network.Jones2009(_mesh with { DrivesFromParameters = true }),
        ["drives in legacy mode"] = () => Network.Jones2009(_mesh with { DrivesFromParameters = true, LegacyMode = true }),
        ["other parameters"] = () => Network.Jones2009(_mesh with { Parameters = Warm }),
        ["numbers of the network"] = () => Changed(net => (net.Celsius, net.SpikeThreshold, net.Delay) = (36.5, -10, 0.1 + 0.2)),
        ["other places"] = () => Changed(net => net.SetCellPositions(inPlaneDistance: 30, layerSeparation: 1000)),
        ["gains and thresholds"] = () => Changed(Tuned),
        ["electrodes"] = () => Changed(WithElectrodes),
        ["changed cells"] = () => Changed(WithChangedCells),
        ["frozen cells"] = () => Changed(net => net.ModifySection("L5_pyramidal", "apical_1", length: 1500, freeze: true)),
        ["other synapses"] = () => Changed(WithOtherSynapses),
        ["a renamed cell type"] = () => Renamed(),
        ["interleaved biases"] = () => Changed(WithBiases),
        ["a random choice of connections"] = () => Changed(WithChoice),
        ["cells joined in another order"] = () => Changed(net => net.ChangeCell("L5_pyramidal", cell => cell with { Joints = [.. cell.Joints.Reverse()] })),
        ["another axis of the dipole"] = () => Changed(net => net.ChangeCell("L5_pyramidal", cell => cell with { DipoleAxis = "apical_1" })),
        ["cells of another kind"] = OfOtherCells,
        ["a removed drive"] = WithoutADrive,
    };

    private static HnnParameters Warm => HnnParameters.Default.With("celsius", 36).With("Itonic_A_L2Pyr_soma", 0.5).With("L2Pyr_nmda_mechname", "NMDA_gao");

    private static Network Changed(Action<Network> change)
    {
        var net = Network.Jones2009(_mesh);
        net.AddDefaultErpDrives();
        change(net);
        return net;
    }

    private static Network WithDrives(Network net)
    {
        net.AddDefaultErpDrives(start: 1);
        net.AddEvokedDrive(EvokedDrive.GaussianName, 1e-7, 0, 3, "apical_tuft", nmdaWeights: _weights, spaceConstant: 1.0 / 3, connectionSeed: null);
        net.AddPoissonDrive("specific", ByCellType.Of(_weights.Select(type => KeyValuePair.Create(type.Key, 100 * type.Value))), "distal", _weights);
        net.AddPoissonDrive("common", 12.5, "soma", _basket, start: 3, stop: 50, cellCount: 4, cellSpecific: false, eventSeed: 0);
        net.AddBurstyDrive("alpha", 10, "proximal", _weights, _basket, 50, 2.5, 150, 20, 3, 7.5, cellCount: 10, probability: 0.4);
        net.AddSpikeTrainDrive(
            "train", [[30, 10.5], [], [1e-3, 170, 170]], "proximal", _weights, delays: ByCellType.Of(_weights), probability: ByCellType.Of(new Dictionary<string, double>
            {
                ["L2_pyramidal"] = 0.5, ["L5_pyramidal"] = 1,
            }));
        net.AddTonicBias(_weights, start: 5, stop: 100);
        return net;
    }

    private static void Tuned(Network net)
    {
        net.SetGains(ee: 1.5, ii: 0);
        net.Connections[0].Threshold = -20;
        net.Connections[3].Threshold = net.SpikeThreshold;
        net.Connections[^1].SpaceConstant = 7;
        net.ClearDrives();
        net.AddEvokedDrive("own", 20, 2, 1, "distal", _weights);
        net.RemoveConnection(net.Connections[^1]);
        net.Connections[^1].SpaceConstant = 8;
    }

    private static void WithElectrodes(Network net)
    {
        net.AddElectrodeArray("column", [new(1, 2, 3), new(1, 2, 300.25)], conductivity: 0.25, method: FieldMethod.LineSource, minDistance: 1);
        net.AddElectrodeArray("a contact, “alone”", [default]);
    }

    private static void WithChangedCells(Network net)
    {
        net.ModifySection("L5_pyramidal", "apical_2", length: 700, diameter: 5.5, capacitance: 1, axialResistivity: 150, initialVoltage: -66);
        net.SetMechanism("L5_pyramidal", ["soma"], "km", "gbar", 150);
        net.SetMechanism("L2_pyramidal", ["apical_1"], "ar", "gbar", new LinearDensity(1e-6, 2e-6, 300));
        net.SetMechanism("L2_pyramidal", ["apical_tuft"], "ar", "gbar", new ExponentialDensity(1e-6, -1, 1e-3, 4));
        net.SetMechanism("L2_pyramidal", ["apical_oblique"], "km", "gbar", new SegmentDensity([1, 2, 3, 4, 5, 6, 7]));
        net.RemoveMechanism("L5_pyramidal", ["basal_1", "basal_2"], "ca");
        net.ChangeCell("L2_pyramidal", cell => cell.With("soma", soma => soma with { SegmentCount = 1 }).With("basal_1", basal => basal with { SegmentCount = 3 }));
    }

    private static void WithOtherSynapses(Network net)
    {
        net.SetSynapse("L2_basket", "gabaa", "tau2", 12.5);
        net.ReplaceSynapse("L5_pyramidal", "nmda", new NmdaGaoSynapse { PulseDuration = 0.5, ConductanceFactor = 0.25 });
        net.ReplaceSynapse("L5_pyramidal", "gabab", new GabaBDestexheSynapse { K3 = 0.1 });
    }

    private static Network Renamed()
    {
        var net = WithDrives(Network.Jones2009(_mesh));
        net.RenameCellType("L5_pyramidal", "Betz cell");
        return net;
    }

    private static void WithBiases(Network net)
    {
        net.AddTonicBias(_basket, name: "a", start: 2.5);
        net.AddTonicBias(_weights, "apical_1", "b", stop: 20);
        net.AddTonicBias(_weights, name: "a");
    }

    private static void WithChoice(Network net)
    {
        net.Connect("L2_pyramidal", "L5_basket", "proximal", "nmda", 0.1, 1, 3, probability: 0.1, seed: 4);
        net.Connect(Gids.Of([7, 3, 5]), Gids.PerSource([[15, 16], [], [17]]), "apical_1", "ampa", 0.1, 1, 3, gain: 2, allowAutapses: false);
        net.AddEvokedDrive("sparse", 10, 1, 1, "distal", _weights, probability: 0.2, connectionSeed: 5);
    }

    private static Network OfOtherCells()
    {
        var cell = CellTemplates.L2Basket() with { Name = "Chandelier", Position = new Point3(1, 2, 3) };
        var type = new CellType { Name = "chandelier", Cell = cell, Morphology = "chandelier", Polarity = Polarity.Inhibitory, Layer = "3" };
        var net = new Network(new NetworkOptions
        {
            Mesh = (2, 1),
            CellTypes = [type],
            Positions = ImmutableDictionary<string, ImmutableArray<Point3>>.Empty
                .Add("chandelier", [new(0, 0, 500), new(7.5, 0, 500)]),
            Origin = new Point3(3, 0, 0),
        });
        net.Connect(0, 1, "soma", "gabaa", 0.1, 1, 3);
        net.AddEvokedDrive("input", 10, 1, 1, "soma", new Dictionary<string, double> { ["chandelier"] = 0.1 }, cellCount: 1, cellSpecific: false);
        return net;
    }

    private static Network WithoutADrive()
    {
        var net = WithDrives(Network.Jones2009(_mesh));
        net.RemoveDrive("evprox1");
        return net;
    }
}
