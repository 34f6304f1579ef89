using Hnn.Core.Networks;
using Hnn.Core.Optimization;

namespace Hnn.Cli.Verbs;

/// <summary>The network with which the evoked-response tutorial begins, and what its fit may vary.</summary>
/// <remarks>Source: the values of the reference's tutorial on optimising an evoked response; weights in µS, times in ms.</remarks>
internal static class TutorialNetwork
{
    private const string Fitted = "evprox2";

    private static readonly string[] ProximalTargets = ["L2_basket", "L2_pyramidal", "L5_basket", "L5_pyramidal"];

    /// <summary>The factor from the column's dipole to that of the patch of cortex that was measured, and the smoothing window; one trial. Only the best is judged on fresh seeds.</summary>
    public static FitOptions Options { get; } = FitOptions.Default with { ScaleFactor = 3000, SmoothingWindow = 30, FreshCandidates = 1 };

    /// <summary>The weights, mean time and its standard deviation of the second proximal drive, with their bounds, in the tutorial's order.</summary>
    public static ParameterSpace Constraints
    {
        get
        {
            var space = new ParameterSpace();
            foreach (var name in WeightNames("ampa").Concat(WeightNames("nmda")))
                space.Add(name, (0.01, 1));
            space.Add($"{Fitted}_mu", (100, 120));
            space.Add($"{Fitted}_sigma", (2, 30));
            return space;
        }
    }

    /// <summary>The tutorial's mesh.</summary>
    public static (int X, int Y) Mesh => (10, 10);

    /// <summary>Makes the column with its three evoked drives.</summary>
    /// <param name="mesh">Pyramidal cells of each layer along x and y; 10 × 10 in the tutorial.</param>
    public static Network Make((int X, int Y) mesh)
    {
        var net = WithoutSecondProximal(mesh);
        AddSecondProximal(net, mu: 80, sigma: 1, Weights(0.01, 0.01, 0.01, 0.01), Weights(0.01, 0.01, 0.01, 0.01));
        return net;
    }

    /// <summary>Makes the column with its first two drives; the fit adds the third.</summary>
    /// <param name="mesh">Pyramidal cells of each layer along x and y; 10 × 10 in the tutorial.</param>
    public static Network WithoutSecondProximal((int X, int Y) mesh)
    {
        var net = Network.Jones2009(NetworkOptions.Default with { Mesh = mesh });
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
        return net;
    }

    /// <summary>Adds the third drive with parameters of the fit.</summary>
    public static void SetParameters(Network net, ParameterValues p) =>
        AddSecondProximal(net, p[$"{Fitted}_mu"], p[$"{Fitted}_sigma"], WeightsOf(p, "ampa"), WeightsOf(p, "nmda"));

    private static void AddSecondProximal(Network net, double mu, double sigma, Dictionary<string, double> ampa, Dictionary<string, double> nmda) =>
        net.AddEvokedDrive(Fitted, mu, sigma, spikeCount: 1, "proximal", ampaWeights: ampa, nmdaWeights: nmda, delays: Weights(0.1, 0.1, 1, 1));

    private static IEnumerable<string> WeightNames(string receptor) => ProximalTargets.Select(type => $"{Fitted}_{receptor}_{type}");

    private static Dictionary<string, double> WeightsOf(ParameterValues p, string receptor) =>
        ProximalTargets.ToDictionary(type => type, type => p[$"{Fitted}_{receptor}_{type}"]);

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
