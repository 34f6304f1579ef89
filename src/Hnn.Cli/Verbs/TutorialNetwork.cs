using Hnn.Core.Networks;

namespace Hnn.Cli.Verbs;

/// <summary>The network with which the evoked-response tutorial begins.</summary>
/// <remarks>Source: the values of the reference's tutorial on optimising an evoked response; weights in µS, times in ms.</remarks>
internal static class TutorialNetwork
{
    /// <summary>Factor from the column's dipole to that of the patch of cortex that was measured.</summary>
    public const double Scale = 3000;

    /// <summary>Length of the smoothing window in ms.</summary>
    public const double SmoothingWindow = 30;

    /// <summary>Makes the column with its three evoked drives.</summary>
    public static Network Make()
    {
        var net = Network.Jones2009();
        net.AddEvokedDrive(
            "evprox1", mu: 5.6813, sigma: 20.3969, spikeCount: 1, "proximal",
            ampaWeights: Weights(0.2913, 0.9337, 0.1951, 0.3602),
            nmdaWeights: Weights(0.924, 0.0845, 0.5849, 0.65105),
            delays: Weights(0.1, 0.1, 1, 1));
        net.AddEvokedDrive(
            "evdist1", mu: 58.6539, sigma: 5.581, spikeCount: 1, "distal",
            ampaWeights: DistalWeights(0.8037, 0.5738, 0.3626),
            nmdaWeights: DistalWeights(0.2492, 0.6183, 0.1121),
            delays: 0.1);
        net.AddEvokedDrive(
            "evprox2", mu: 80, sigma: 1, spikeCount: 1, "proximal",
            ampaWeights: Weights(0.01, 0.01, 0.01, 0.01),
            nmdaWeights: Weights(0.01, 0.01, 0.01, 0.01),
            delays: Weights(0.1, 0.1, 1, 1));
        return net;
    }

    private static Dictionary<string, double> Weights(double l2Basket, double l2Pyramidal, double l5Basket, double l5Pyramidal) => new()
    {
        ["L2_basket"] = l2Basket,
        ["L2_pyramidal"] = l2Pyramidal,
        ["L5_basket"] = l5Basket,
        ["L5_pyramidal"] = l5Pyramidal,
    };

    // Distal drives do not reach the basket cells of layer 5.
    private static Dictionary<string, double> DistalWeights(double l2Basket, double l2Pyramidal, double l5Pyramidal) => new()
    {
        ["L2_basket"] = l2Basket,
        ["L2_pyramidal"] = l2Pyramidal,
        ["L5_pyramidal"] = l5Pyramidal,
    };
}
