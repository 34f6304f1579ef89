using Hnn.Core.Drives;
using Hnn.Core.Optimization;
using Hnn.Core.Tests.Networks;

namespace Hnn.Core.Tests.Optimization;

public sealed class EvokedParametersTests
{
    // The drive says 0, its connection 0.3: the value that is tried must hold for the connection, even where it is the drive's own.
    [Fact]
    public void A_weight_reaches_a_connection_that_was_changed_by_itself()
    {
        var net = Columns.Small();
        net.AddEvokedDrive("ev", mu: 10, sigma: 1, spikeCount: 1, "proximal", new Dictionary<string, double> { ["L5_pyramidal"] = 0 });
        net.Connections[^1].Weight = 0.3;

        EvokedParameters.Set(net, "ev", new Dictionary<string, double> { ["ev_mu"] = 12, ["ev_sigma"] = 2, ["ev_ampa_L5_pyramidal"] = 0 });

        Assert.Equal(0, net.Connections[^1].Weight);
        Assert.Equal((12, 2), (((EvokedDrive)net.Drives["ev"]).Mu, ((EvokedDrive)net.Drives["ev"]).Sigma));
    }
}
