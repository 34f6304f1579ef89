using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Parameters;
using Hnn.Engine.Cells;

namespace Hnn.Core.Tests.Networks;

public class NetworkTests
{
    [Fact]
    public void Gids_go_from_layer_2_baskets_to_layer_5_pyramidal_cells_and_on_to_the_drives()
    {
        var net = Columns.Small();
        net.AddDefaultErpDrives();

        // Source: networks/neymotin_3x3_spaced_drives of the reference data.
        Assert.Equal(
            [
                ("L2_basket", new GidRange(0, 3)), ("L2_pyramidal", new GidRange(3, 12)), ("L5_basket", new GidRange(12, 15)), ("L5_pyramidal", new GidRange(15, 24)),
                ("evdist1", new GidRange(24, 45)), ("evprox1", new GidRange(45, 69)), ("evprox2", new GidRange(69, 93)),
            ],
            net.GidRanges.Select(range => (range.Key, range.Value)));
        Assert.Equal((24, 93), (net.CellCount, net.GidCount));
        Assert.Equal(("L5_basket", "evprox1", null), (net.PopulationOf(14), net.PopulationOf(45), net.PopulationOf(93)));
        Assert.Null(net.PopulationOf(-1));
    }

    [Theory, InlineData(1, 1, 1), InlineData(3, 3, 3), InlineData(10, 10, 35), InlineData(5, 4, 8), InlineData(1, 7, 4)]
    public void Any_mesh_has_its_pyramidal_and_basket_cells(int x, int y, int baskets)
    {
        // Worked by hand: columns 0, 3, 6 … times even rows plus columns 1, 4, 7 … times odd rows.
        var net = new Network(new NetworkOptions { Mesh = (x, y) });

        Assert.Equal([baskets, x * y, baskets, x * y], net.GidRanges.Values.Select(range => range.Count));
    }

    [Fact]
    public void Cells_stand_on_the_grid_and_drives_at_its_centre()
    {
        var net = Columns.Bare();
        net.AddEvokedDrive("one", 20, 1, 1, "proximal", Columns.PyramidalWeights);

        Assert.Equal([new(0, 0, 1045.92), new(1, 1, 1045.92), new Point3(0, 2, 1045.92)], net.Positions["L2_basket"], Near);
        Assert.Equal([new(0, 0, 261.48), new(1, 1, 261.48), new Point3(0, 2, 261.48)], net.Positions["L5_basket"], Near);
        Assert.Equal(new Point3(0, 1, 1307.4), net.Positions["L2_pyramidal"][1]);
        Assert.Equal(new Point3(2, 2, 0), net.Positions["L5_pyramidal"][8]);
        Assert.All(net.Positions["one"], position => Assert.Equal(new Point3(1, 1, 653), position));
    }

    [Fact]
    public void Moving_the_cells_apart_moves_the_drives_and_leaves_weights_and_delays_alone()
    {
        var net = Columns.Small();
        net.AddDefaultErpDrives();
        var before = net.Connections.Select(net.EffectiveSynapses).ToList();

        net.SetCellPositions(inPlaneDistance: 30, layerSeparation: 1000);

        Assert.Equal((30, 1000), (net.InPlaneDistance, net.LayerSeparation));
        Assert.Equal(new Point3(60, 30, 0), net.Positions["L5_pyramidal"][7]);
        Assert.Equal(new Point3(30, 30, 500), net.Positions["evprox1"][0]);
        // The distance is multiplied and divided by 30, which costs a rounding.
        foreach (var (old, now) in before.Zip(net.Connections.Select(net.EffectiveSynapses)))
            Assert.All(old.Zip(now), pair => Assert.Equal(pair.First.Weight, pair.Second.Weight, 1e-15));
    }

    [Theory, InlineData(0.0), InlineData(-1.0), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void Distances_that_are_not_positive_are_refused(double distance)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Columns.Bare().SetCellPositions(inPlaneDistance: distance));
        Assert.Throws<ArgumentOutOfRangeException>(() => Columns.Bare().SetCellPositions(layerSeparation: distance));
    }

    [Theory, InlineData(0, 3), InlineData(3, -1)]
    public void A_mesh_without_cells_is_refused(int x, int y) =>
        Assert.Contains($"{x} × {y}", Columns.Refusal(() => _ = new Network(new NetworkOptions { Mesh = (x, y) })), StringComparison.Ordinal);

    [Fact]
    public void Cells_of_ones_own_need_positions_and_positions_their_cells()
    {
        var types = Columns.Bare().CellTypes.Take(1).ToImmutableArray();
        var elsewhere = ImmutableDictionary<string, ImmutableArray<Point3>>.Empty.Add("elsewhere", [new(1, 2, 3)]);

        Assert.Contains("Give both", Columns.Refusal(() => _ = new Network(new NetworkOptions { CellTypes = types })), StringComparison.Ordinal);
        Assert.Contains("Give both", Columns.Refusal(() => _ = new Network(new NetworkOptions { Positions = elsewhere })), StringComparison.Ordinal);
        Assert.Contains("no positions", Columns.Refusal(() => _ = new Network(new NetworkOptions { CellTypes = types, Positions = elsewhere })), StringComparison.Ordinal);
        Assert.Contains(
            "several", Columns.Refusal(() => _ = new Network(new NetworkOptions { CellTypes = types.Add(types[0]), Positions = elsewhere.Add("L2_basket", [default]) })),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_ones_own_cells_has_just_these()
    {
        var types = Columns.Bare().CellTypes.Where(type => type.Layer == "5").ToImmutableArray();
        var positions = types.ToImmutableDictionary(type => type.Name, _ => ImmutableArray.Create(new Point3(1, 2, 3), new Point3(4, 5, 6)));

        var net = new Network(new NetworkOptions { CellTypes = types, Positions = positions, Origin = new Point3(7, 8, 9) });

        Assert.Equal(["L5_basket", "L5_pyramidal"], net.CellTypes.Names);
        Assert.Equal(new GidRange(2, 4), net.GidRanges["L5_pyramidal"]);
        Assert.Equal(new Point3(7, 8, 9), net.Origin);
        Assert.Contains("cannot be moved", Assert.Throws<InvalidOperationException>(() => net.SetCellPositions(2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Temperature_and_threshold_come_from_the_parameters()
    {
        var net = new Network(HnnParameters.Default.With("celsius", 6.3).With("threshold", -10));

        Assert.Equal((6.3, -10, 1), (net.Celsius, net.SpikeThreshold, net.Delay));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Celsius = double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => net.SpikeThreshold = double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Delay = -1);
    }

    [Fact]
    public void A_clone_can_be_changed_without_changing_the_original()
    {
        var net = Columns.Small();
        net.AddDefaultErpDrives();
        net.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 1 });
        var (original, clone) = (net.Clone(), net.Clone());

        clone.Connections[0].Weight = 7;
        clone.ClearLocalConnections();
        clone.RemoveDrive("evdist1");
        clone.ClearBiases();
        clone.AddElectrodeArray("probe", [default]);
        clone.SetMechanism("L5_pyramidal", ["soma"], "hh2", "gnabar", 1);
        clone.SetCellPositions(5);

        Assert.Equal(original, net);
        Assert.NotEqual(original, clone);
    }

    [Fact]
    public void The_cells_metadata_can_be_asked()
    {
        var net = Columns.Bare();

        Assert.Equal(["L2_pyramidal", "L5_pyramidal"], net.CellTypes.Where(type => type.ContributesToDipole).Select(type => type.Name));
        Assert.Equal(["L2_basket"], net.CellTypes.Where(type => type is { Polarity: Polarity.Inhibitory, Layer: "2" }).Select(type => type.Name));
        Assert.Equal(["m", "c", "r", "b"], net.CellTypes.Select(type => type.Color));
        Assert.Contains("L2_basket, L2_pyramidal", Assert.Throws<KeyNotFoundException>(() => net.CellTypes["L4_stellate"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_says_in_one_line_what_it_holds() => Assert.Equal(
        "24 cells (3 L2_basket, 9 L2_pyramidal, 3 L5_basket, 9 L5_pyramidal), 16 connections, 0 drives, 0 biases, 0 electrode arrays",
        Columns.Small().ToString());

    private static bool Near(Point3 expected, Point3 actual) => (expected - actual).Length < 1e-9;
}
