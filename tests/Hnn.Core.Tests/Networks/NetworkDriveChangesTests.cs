using Hnn.Core.Drives;
using Hnn.Core.Networks;

namespace Hnn.Core.Tests.Networks;

public class NetworkDriveChangesTests
{
    [Fact]
    public void A_changed_drive_leaves_the_network_equal_to_one_made_with_these_numbers()
    {
        var net = WithDrives(mu: 20, sigma: 1, weight: 0.02, delay: 0.1, spaceConstant: 3, seed: 2);

        net.ChangeDrive<EvokedDrive>("second", drive => drive with
        {
            Mu = 30,
            Sigma = 2,
            AmpaWeights = drive.AmpaWeights.SetItem("L5_pyramidal", 0.5),
            Delays = drive.Delays.SetItem("L2_pyramidal", 0.3).SetItem("L5_pyramidal", 0.3),
            SpaceConstant = 5,
            EventSeed = 7,
        });

        Assert.Equal(WithDrives(mu: 30, sigma: 2, weight: 0.5, delay: 0.3, spaceConstant: 5, seed: 7), net);
        Assert.Equal(["first", "second", "third"], net.Drives.Names);
    }

    [Fact]
    public void Connections_that_were_changed_by_themselves_stay_so_where_the_drive_does_not_change()
    {
        var net = WithDrives();
        var own = net.FindConnections(from: "second", receptor: "ampa")[0];
        own.Weight = 0.7;

        net.ChangeDrive<EvokedDrive>("second", drive => drive with { Mu = 30 });

        Assert.Equal(0.7, own.Weight);
    }

    [Fact]
    public void A_change_of_what_decides_about_cells_and_pairs_is_refused_and_nothing_is_changed()
    {
        var net = WithDrives();

        var message = Columns.Refusal(() => net.ChangeDrive<EvokedDrive>("second", drive => drive with
        {
            Location = "distal", AmpaWeights = drive.AmpaWeights.Remove("L5_pyramidal"), ConnectionSeed = 9,
        }));

        Assert.Contains("The location of drive 'second' would change.", message, StringComparison.Ordinal);
        Assert.Contains("The targets of drive 'second' would change.", message, StringComparison.Ordinal);
        Assert.Contains("The pairs of drive 'second' would change.", message, StringComparison.Ordinal);
        Assert.Equal(WithDrives(), net);
    }

    [Fact]
    public void A_number_out_of_its_range_is_refused() =>
        Assert.Contains("standard deviation of drive 'second' is -1", Columns.Refusal(() => WithDrives().ChangeDrive<EvokedDrive>("second", drive => drive with { Sigma = -1 })), StringComparison.Ordinal);

    [Fact]
    public void A_change_meant_for_another_kind_of_drive_is_refused() =>
        Assert.Contains("of the kind 'bursty'", Columns.Refusal(() => WithDrives().ChangeDrive<EvokedDrive>("third", drive => drive with { Mu = 1 })), StringComparison.Ordinal);

    private static Network WithDrives(double mu = 20, double sigma = 1, double weight = 0.02, double delay = 0.1, double spaceConstant = 3, int seed = 2)
    {
        var net = Columns.Small();
        net.AddEvokedDrive("first", 10, 1, 1, "distal", ampaWeights: Columns.PyramidalWeights);
        net.AddEvokedDrive(
            "second", mu, sigma, 1, "proximal", ampaWeights: new Dictionary<string, double> { ["L2_pyramidal"] = 0.01, ["L5_pyramidal"] = weight },
            nmdaWeights: Columns.PyramidalWeights, delays: delay, spaceConstant: spaceConstant, probability: 0.5, eventSeed: seed);
        net.AddBurstyDrive("third", 10, "proximal", Columns.PyramidalWeights);
        return net;
    }
}
