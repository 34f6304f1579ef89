using Hnn.Core.Networks;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Tests;

public class ConnectivityMatrixTests
{
    private static readonly double AtDistanceTwo = 0.01 * Math.Exp(-1);

    [Fact]
    public void Rows_are_sources_columns_targets_and_weights_fall_with_distance()
    {
        var net = SmallNetworks.Unconnected();

        var map = Map(Plots.ConnectivityMatrix(net, net.Connect("L2_basket", "L2_pyramidal", "soma", "gabaa", 0.01, 1, spaceConstant: 2)));

        Assert.Equal([0.0, 1, 2], map.Y);
        Assert.Equal(Enumerable.Range(3, 9).Select(gid => (double)gid), map.X);
        // Basket cell 0 and pyramidal cell 3 stand at (0, 0), pyramidal cell 5 at (0, 2): d² / λ² = 1.
        Assert.Equal(0.01, map.Values[0][0], 1e-15);
        Assert.Equal(AtDistanceTwo, map.Values[0][2], 1e-15);
    }

    [Fact]
    public void The_gain_counts()
    {
        var net = SmallNetworks.Unconnected();
        var connection = net.Connect("L2_basket", "L2_pyramidal", "soma", "gabaa", 0.01, 1, spaceConstant: 2, gain: 3);

        Assert.Equal(0.03, Map(Plots.ConnectivityMatrix(net, connection)).Values[0][0], 1e-15);
    }

    [Fact]
    public void Pairs_that_are_not_connected_are_empty()
    {
        var net = SmallNetworks.Unconnected();

        var map = Map(Plots.ConnectivityMatrix(net, net.Connect(1, Gids.Of([4, 6]), "soma", "gabaa", 0.01, 1, spaceConstant: 2)));

        Assert.Equal(2, map.Values.Sum(row => row.Count(double.IsFinite)));
        Assert.True(double.IsFinite(map.Values[1][1]) && double.IsFinite(map.Values[1][3]));
    }

    [Fact]
    public void Colours_begin_at_zero_and_are_in_microsiemens()
    {
        var net = SmallNetworks.Unconnected();

        var scale = Map(Plots.ConnectivityMatrix(net, net.Connect("L2_basket", "L2_pyramidal", "soma", "gabaa", 0.01, 1, spaceConstant: 2))).Scale;

        Assert.Equal("Weight (µS)", scale.Axis.Label);
        Assert.Equal((0, 0.01), (scale.Min, scale.Max));
    }

    [Fact]
    public void The_panel_says_what_is_connected_where()
    {
        var net = SmallNetworks.Unconnected();

        var panel = Plots.ConnectivityMatrix(net, net.Connect("L2_basket", "L2_pyramidal", "soma", "gabaa", 0.01, 1, spaceConstant: 2)).Panels.Single();

        Assert.Equal("L2_basket → L2_pyramidal (soma, gabaa)", panel.Title);
        Assert.Equal("Target L2_pyramidal (gid)", panel.X.Label);
        Assert.Equal(["0", "1", "2"], panel.Y.Ticks.Select(tick => tick.Text));
    }

    [Fact]
    public void The_marks_of_many_gids_are_few_and_at_round_steps()
    {
        var net = Network.Jones2009();

        var panel = Plots.ConnectivityMatrix(net, net.FindConnections("L2_pyramidal", "L2_pyramidal", receptor: "ampa").Single()).Panels.Single();

        // 100 cells from gid 35 on.
        Assert.Equal(["35", "55", "75", "95", "115"], panel.X.Ticks.Select(tick => tick.Text));
        Assert.False(((HeatmapTrace)panel.Traces.Single()).ShowsNumbers);
    }

    [Fact]
    public void A_connection_of_another_network_is_an_error()
    {
        var connection = SmallNetworks.Unconnected().Connect("L2_basket", "L2_pyramidal", "soma", "gabaa", 0.01, 1, spaceConstant: 2);

        Assert.Throws<ArgumentException>(() => Plots.ConnectivityMatrix(SmallNetworks.Unconnected(), connection));
    }

    private static HeatmapTrace Map(Figure figure) => (HeatmapTrace)figure.Panels.Single().Traces.Single();
}
