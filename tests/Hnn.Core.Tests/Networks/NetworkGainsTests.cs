using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Engine.Cells;

namespace Hnn.Core.Tests.Networks;

public class NetworkGainsTests
{
    [Fact]
    public void Gains_go_to_the_connections_of_their_class_and_not_to_drives()
    {
        var net = Columns.Small();
        net.AddEvokedDrive("one", 20, 1, 1, "proximal", Columns.PyramidalWeights);

        net.SetGains(ee: 2, ei: 1.5, ie: 0.5, ii: 0.75);

        Assert.All(net.FindConnections("L2_pyramidal", "L5_pyramidal"), connection => Assert.Equal(2, connection.Gain));
        Assert.All(net.FindConnections("L5_pyramidal", "L5_basket"), connection => Assert.Equal(1.5, connection.Gain));
        Assert.All(net.FindConnections("L2_basket", "L5_pyramidal"), connection => Assert.Equal(0.5, connection.Gain));
        Assert.All(net.FindConnections("L5_basket", "L5_basket"), connection => Assert.Equal(0.75, connection.Gain));
        Assert.All(net.FindConnections("one"), connection => Assert.Equal(1, connection.Gain));
        Assert.Equal(new SynapticGains(new(2, true), new(1.5, true), new(0.5, true), new(0.75, true)), net.Gains);
    }

    [Fact]
    public void Gains_that_are_not_given_stay()
    {
        var net = Columns.Small();
        net.SetGains(ee: 2);
        net.SetGains(ii: 3);

        Assert.Equal(new SynapticGains(new(2, true), new(1, true), new(1, true), new(3, true)), net.Gains);
    }

    [Fact]
    public void A_copy_with_other_gains_leaves_the_network_alone()
    {
        var net = Columns.Small();
        var strong = net.WithGains(ei: 4);

        Assert.Equal((1, 4), (net.Gains.EI!.Value.First, strong.Gains.EI!.Value.First));
    }

    [Fact]
    public void Gains_that_differ_within_a_class_are_reported_as_such()
    {
        var net = Columns.Small();
        net.FindConnections("L2_pyramidal", "L5_pyramidal").Last().Gain = 5;

        Assert.Equal(new ClassGain(1, IsUniform: false), net.Gains.EE);
    }

    [Fact]
    public void A_network_without_inhibitory_cells_has_no_inhibitory_gains()
    {
        var pyramidal = Columns.Bare().CellTypes["L2_pyramidal"];
        var net = new Network(new NetworkOptions
        {
            CellTypes = [pyramidal], Positions = ImmutableDictionary<string, ImmutableArray<Point3>>.Empty.Add(pyramidal.Name, [default]),
        });
        net.Connect("L2_pyramidal", "L2_pyramidal", "proximal", "ampa", 1, 1, 1);

        net.SetGains(ee: 2, ii: 3);

        Assert.Equal(new SynapticGains(new(2, true), null, null, null), net.Gains);
    }

    [Fact]
    public void A_negative_gain_is_refused_and_changes_nothing()
    {
        var net = Columns.Small();

        Assert.Throws<ArgumentOutOfRangeException>(() => net.SetGains(ee: 2, ii: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => net.SetGains(ei: double.NaN));

        Assert.Equal(1, net.Gains.EE!.Value.First);
    }
}
