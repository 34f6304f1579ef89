using Hnn.Core.Drives;
using Hnn.Core.FitSetups;
using Hnn.Core.Networks;
using Hnn.Core.Tests.Networks;

namespace Hnn.Core.Tests.FitSetups;

public class DriveQuantityTests
{
    [Theory]
    [InlineData("evoked.mu")]
    [InlineData("evoked.sigma")]
    [InlineData("evoked.spaceConstant")]
    [InlineData("evoked.ampa.L5_pyramidal")]
    [InlineData("evoked.delay.*")]
    [InlineData("bursty.start")]
    [InlineData("bursty.burstRate")]
    [InlineData("bursty.spikeInterval")]
    [InlineData("evoked.late.nmda.L2_pyramidal")]
    public void A_number_set_by_its_path_leaves_the_network_equal_to_one_made_with_it(string path)
    {
        var net = Made();

        Parsed(path, net).Set(net, 4);

        Assert.Equal(Made(path, 4), net);
        Assert.NotEqual(Made(), net);
    }

    [Fact]
    public void An_asterisk_stands_for_all_cell_types_that_the_drive_has_the_number_for()
    {
        var net = Made();

        Parsed("evoked.ampa.*", net).Set(net, 0.25);

        Assert.Equal([0.25, 0.25], net.Drives["evoked"].AmpaWeights.Values);
        Assert.All(net.FindConnections(from: "evoked", receptor: "ampa"), connection => Assert.Equal(0.25, connection.Weight));
    }

    [Fact]
    public void The_rates_of_a_poisson_drive_can_be_set()
    {
        var net = Columns.Small();
        net.AddPoissonDrive("poisson", 10, "proximal", Columns.PyramidalWeights);

        Parsed("poisson.rate.L2_pyramidal", net).Set(net, 20);

        Assert.Equal(20, ((PoissonDrive)net.Drives["poisson"]).Rates["L2_pyramidal"]);
    }

    [Fact]
    public void A_connection_that_was_changed_by_itself_follows_even_if_the_drive_has_the_value_already()
    {
        var net = Made();
        var connection = net.FindConnections(from: "evoked", receptor: "ampa")[0];
        connection.Weight = 0.9;

        Parsed("evoked.ampa.L2_pyramidal", net).Set(net, Columns.PyramidalWeights["L2_pyramidal"]);

        Assert.Equal(Columns.PyramidalWeights["L2_pyramidal"], connection.Weight);
    }

    [Theory]
    [InlineData("evprox9.mu", "begins with no drive of the network")]
    [InlineData("evoked", "begins with no drive of the network")]
    [InlineData("evoked.burstRate", "no number of the evoked drive 'evoked'")]
    [InlineData("evoked.ampa", "ampa.L2_pyramidal, ampa.L5_pyramidal")]
    [InlineData("evoked.nmda.*", "no number of the evoked drive")]
    [InlineData("evoked.ampa.L2_basket", "no number of the evoked drive")]
    [InlineData("bursty.mu", "no number of the bursty drive")]
    [InlineData("bursty.rate.*", "burstRate")]
    public void A_path_that_means_nothing_is_told_with_what_there_is(string path, string message)
    {
        Assert.False(DriveQuantity.TryParse(path, Made(), out _, out var problem));

        Assert.Contains(message, problem.ToString(), StringComparison.Ordinal);
    }

    private static DriveQuantity Parsed(string path, Network net)
    {
        Assert.True(DriveQuantity.TryParse(path, net, out var quantity, out _));
        return quantity;
    }

    // The same network made with another number from the start. One drive's name begins with another's and a dot.
    private static Network Made(string path = "", double value = 0)
    {
        double Or(string own, double usual) => own == path ? value : usual;
        var net = Columns.Small();
        net.AddEvokedDrive(
            "evoked", mu: Or("evoked.mu", 10), sigma: Or("evoked.sigma", 1), 1, "proximal",
            ampaWeights: new Dictionary<string, double> { ["L2_pyramidal"] = 0.01, ["L5_pyramidal"] = Or("evoked.ampa.L5_pyramidal", 0.02) },
            delays: Or("evoked.delay.*", 0.1), spaceConstant: Or("evoked.spaceConstant", 3));
        net.AddEvokedDrive("evoked.late", 50, 1, 1, "proximal", nmdaWeights: new Dictionary<string, double> { ["L2_pyramidal"] = Or("evoked.late.nmda.L2_pyramidal", 0.01) });
        net.AddBurstyDrive(
            "bursty", Or("bursty.burstRate", 10), "proximal", Columns.PyramidalWeights, start: Or("bursty.start", 0), spikeInterval: Or("bursty.spikeInterval", 10));
        return net;
    }
}
