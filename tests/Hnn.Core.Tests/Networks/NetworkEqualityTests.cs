using Hnn.Core.Networks;

namespace Hnn.Core.Tests.Networks;

public class NetworkEqualityTests
{
    [Fact]
    public void Networks_made_alike_are_equal_and_have_the_same_hash()
    {
        var (left, right) = (Full(), Full());

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.False(left.Equals(null));
    }

    [Fact]
    public void The_order_of_connections_does_not_matter()
    {
        var (left, right) = (Columns.Bare(), Columns.Bare());
        left.Connect(0, 3, "soma", "gabaa", 1, 1, 1);
        left.Connect(1, 3, "soma", "gabaa", 2, 1, 1);
        right.Connect(1, 3, "soma", "gabaa", 2, 1, 1);
        right.Connect(0, 3, "soma", "gabaa", 1, 1, 1);

        Assert.Equal(left, right);
    }

    public static TheoryData<Action<Network>> Changes => new()
    {
        net => net.Celsius = 36,
        net => net.SpikeThreshold = 1,
        net => net.Delay = 2,
        net => net.SetCellPositions(inPlaneDistance: 2),
        net => net.Connections[3].Gain = 2,
        net => net.Connections[3].Threshold = 0,
        net => net.RemoveConnection(net.Connections[0]),
        net => net.RemoveDrive("evprox2"),
        net => net.ClearBiases(),
        net => net.AddElectrodeArray("second", [default]),
        net => net.SetSynapse("L2_basket", "ampa", "tau1", 0.6),
        net => net.ModifySection("L5_pyramidal", "apical_2", length: 681),
        net => net.SetMechanism("L5_pyramidal", ["apical_tuft"], "ar", "gbar", 1e-6),
    };

    [Theory, MemberData(nameof(Changes))]
    public void Any_difference_makes_networks_unequal(Action<Network> change)
    {
        var changed = Full();
        change(changed);

        Assert.NotEqual(Full(), changed);
    }

    private static Network Full()
    {
        var net = Columns.Small();
        net.AddDefaultErpDrives();
        net.AddTonicBias(new Dictionary<string, double> { ["L5_pyramidal"] = 1 });
        net.AddElectrodeArray("probe", [new(1, 2, 3)]);
        return net;
    }
}
