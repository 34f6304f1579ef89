using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;

namespace Hnn.Core.Tests.Networks;

public class NetworkConnectionsTests
{
    [Fact]
    public void Each_source_is_connected_with_each_target_in_order()
    {
        var connection = Connect(Columns.Bare(), "L2_basket", Gids.Of([4, 3]));

        Assert.Equal([(0, 4), (0, 3), (1, 4), (1, 3), (2, 4), (2, 3)], connection.Pairs);
        Assert.Equal(("L2_basket", "L2_pyramidal", false), (connection.SourceType, connection.TargetType, connection.IsFromDrive));
        Assert.Equal([3, 4], connection.TargetGids);
    }

    [Fact]
    public void Each_source_may_have_targets_of_its_own()
    {
        var connection = Connect(Columns.Bare(), Gids.Of([0, 1]), Gids.PerSource([[3, 4], [5]]));

        Assert.Equal([(0, 3), (0, 4), (1, 5)], connection.Pairs);
    }

    [Fact]
    public void A_gid_or_a_range_of_gids_names_cells_too()
    {
        var net = Columns.Bare();

        Assert.Equal([(1, 7)], Connect(net, 1, 7).Pairs);
        Assert.Equal([(0, 11), (1, 11)], Connect(net, new GidRange(0, 2), 11).Pairs);
    }

    [Fact]
    public void Autapses_are_left_out_on_demand()
    {
        var net = Columns.Bare();

        Assert.Equal(9, net.Connect("L2_basket", "L2_basket", "soma", "gabaa", 1, 1, 1).Pairs.Length);
        Assert.DoesNotContain(net.Connect("L2_basket", "L2_basket", "soma", "gabaa", 1, 1, 1, allowAutapses: false).Pairs, pair => pair.Source == pair.Target);
    }

    [Fact]
    public void Weight_falls_and_delay_grows_with_the_distance_in_the_plane()
    {
        var net = Columns.Bare();
        var connection = net.Connect(3, 9, "soma", "gabaa", 0.5, 2, spaceConstant: 3, gain: 4);

        // Worked by hand: gid 3 stands at (0, 0), gid 9 at (2, 0); exp(-(2/3)²) = 0.6411803884299546.
        var (weight, delay) = Assert.Single(net.EffectiveSynapses(connection));
        Assert.Equal(2 * 0.6411803884299546, weight, 1e-15);
        Assert.Equal(2 / 0.6411803884299546, delay, 1e-15);
    }

    [Fact]
    public void A_probability_keeps_its_part_of_the_pairs_and_the_same_seed_the_same_ones()
    {
        var net = Columns.Bare();
        var (first, again, other) = (Pruned(net, 0.4, 3), Pruned(net, 0.4, 3), Pruned(net, 0.4, 4));

        Assert.Equal(32, first.Pairs.Length); // round(81 · 0.4); the reference keeps 32 as well
        Assert.Equal(first.Pairs, again.Pairs);
        Assert.NotEqual(first.Pairs, other.Pairs);
        Assert.Equal((9, 9), (first.SourceGids.Length, first.TargetGids.Length));
    }

    [Fact]
    public void Without_a_seed_one_is_drawn_and_kept_so_that_the_choice_can_be_repeated()
    {
        var net = Columns.Bare();
        var drawn = Pruned(net, 0.5, null);

        Assert.NotNull(drawn.Seed);
        Assert.Equal(drawn.Pairs, Pruned(net, 0.5, drawn.Seed).Pairs);
        Assert.Null(Pruned(net, 1, null).Seed);
    }

    [Fact]
    public void Connections_are_found_by_source_target_place_and_receptor()
    {
        var net = Columns.Small();

        Assert.Equal(16, net.FindConnections().Length);
        Assert.Equal(["proximal", "distal"], net.FindConnections("L2_pyramidal", "L5_pyramidal").Select(connection => connection.Location));
        Assert.Equal(net.FindConnections("L5_basket", receptor: "gabaa"), net.FindConnections(Gids.Of([12, 13]), receptor: "gabaa"));
        Assert.Empty(net.FindConnections("L5_basket", "L2_basket"));
        Assert.Contains("no population", Columns.Refusal(() => net.FindConnections("L3")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_found_connection_can_be_changed_and_removed()
    {
        var net = Columns.Small();
        var connection = net.FindConnections("L5_basket", "L5_pyramidal", receptor: "gabab").Single();

        connection.Weight = 0.5;
        Assert.Contains(net.Describe(1).Projections, projection => projection.Weight == 0.5);
        net.RemoveConnection(connection);

        Assert.Equal(15, net.Connections.Count);
        Assert.Contains("not in the network", Columns.Refusal(() => net.RemoveConnection(connection)), StringComparison.Ordinal);
    }

    [Fact]
    public void Clearing_local_connections_keeps_those_of_drives()
    {
        var net = Columns.Small();
        net.AddEvokedDrive("one", 20, 1, 1, "proximal", Columns.PyramidalWeights);

        net.ClearLocalConnections();

        Assert.Equal(["one", "one"], net.Connections.Select(connection => connection.SourceType));
    }

    [Fact]
    public void Sources_or_targets_that_do_not_fit_are_refused()
    {
        var net = Columns.Bare();
        net.AddEvokedDrive("one", 20, 1, 1, "proximal", Columns.PyramidalWeights);

        Assert.Contains("'L3'", Columns.Refusal(() => Connect(net, "L3", 3)), StringComparison.Ordinal);
        Assert.Contains("gid 999", Columns.Refusal(() => Connect(net, 999, 3)), StringComparison.Ordinal);
        Assert.Contains("gid -1", Columns.Refusal(() => Connect(net, 0, -1)), StringComparison.Ordinal);
        Assert.Contains("different populations", Columns.Refusal(() => Connect(net, Gids.Of([0, 3]), 4)), StringComparison.Ordinal);
        Assert.Contains("different populations", Columns.Refusal(() => Connect(net, 0, Gids.Of([4, 15]))), StringComparison.Ordinal);
        Assert.Contains("the drive 'one'", Columns.Refusal(() => Connect(net, 0, "one")), StringComparison.Ordinal);
        Assert.Contains("more than once", Columns.Refusal(() => Connect(net, Gids.Of([0, 0]), 4)), StringComparison.Ordinal);
        Assert.Contains("2 sources, but 1 list", Columns.Refusal(() => Connect(net, Gids.Of([0, 1]), Gids.PerSource([[3]]))), StringComparison.Ordinal);
        Assert.Contains("No gid", Columns.Refusal(() => Connect(net, Gids.Of([]), 3)), StringComparison.Ordinal);
        Assert.Empty(net.FindConnections("L2_basket"));
    }

    [Fact]
    public void A_population_without_cells_cannot_be_connected()
    {
        var types = Columns.Bare().CellTypes.Take(2).ToImmutableArray();
        var positions = ImmutableDictionary<string, ImmutableArray<Point3>>.Empty.Add("L2_basket", []).Add("L2_pyramidal", [default]);
        var net = new Network(new NetworkOptions { CellTypes = types, Positions = positions });

        Assert.Contains("'L2_basket' has no cells", Columns.Refusal(() => Connect(net, "L2_basket", 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Places_and_receptors_a_target_does_not_have_are_refused()
    {
        var net = Columns.Bare();

        Assert.Contains("'axon'", Columns.Refusal(() => net.Connect("L2_basket", "L2_pyramidal", "axon", "gabaa", 1, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("'soma'", Columns.Refusal(() => net.Connect("L2_basket", "L2_pyramidal", "soma", "ampa", 1, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("'gabac'", Columns.Refusal(() => net.Connect("L2_basket", "L2_pyramidal", "proximal", "gabac", 1, 1, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_when_connecting_and_when_changing()
    {
        var net = Columns.Bare();
        var connection = Connect(net, 0, 3);

        Assert.Throws<ArgumentOutOfRangeException>(() => connection.Weight = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => connection.Delay = double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => connection.SpaceConstant = 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => connection.Gain = -0.1);
        Assert.Throws<ArgumentOutOfRangeException>(() => connection.Threshold = double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => net.Connect(0, 3, "soma", "gabaa", -1, 1, 1));
        foreach (var probability in new[] { 0, -0.5, 1.5, double.NaN })
            Assert.Contains("probability", Columns.Refusal(() => Pruned(net, probability, 1)), StringComparison.Ordinal);
        Assert.Contains("seed is -1", Columns.Refusal(() => Pruned(net, 0.5, -1)), StringComparison.Ordinal);
        Assert.Single(net.Connections);
    }

    private static Connection Connect(Network net, Gids from, Gids to) => net.Connect(from, to, "soma", "gabaa", 0.1, 1, 3);

    private static Connection Pruned(Network net, double probability, int? seed) =>
        net.Connect("L5_pyramidal", "L5_pyramidal", "distal", "ampa", 0.001, 1, 70, probability: probability, seed: seed);
}
