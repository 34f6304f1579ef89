using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Simulation;
using Hnn.Core.Verification;

namespace Hnn.Mpi.Tests;

/// <summary>A 3 × 3 column with one drive, and what the threads of this process make of it.</summary>
internal static class SmallColumn
{
    /// <summary>The column alone.</summary>
    public static Network Plain() => Network.Jones2009(NetworkOptions.Default with { Mesh = (3, 3) });

    /// <summary>The column with the drive.</summary>
    public static Network Driven(double mu = 9, double weight = 0.1)
    {
        var net = Plain();
        AddDrive(net, new ParameterValues([new("mu", mu), new("weight", weight)]));
        return net;
    }

    /// <summary>Adds the drive.</summary>
    public static void AddDrive(Network net, ParameterValues p) => net.AddEvokedDrive(
        "ev", p["mu"], sigma: 1, spikeCount: 1, "proximal", new Dictionary<string, double> { ["L2_pyramidal"] = p["weight"], ["L5_pyramidal"] = p["weight"] });

    /// <summary>So many trials of so many ms.</summary>
    public static SimulationOptions For(double stopTime, int trials = 1) => SimulationOptions.Default with { StopTime = stopTime, Trials = trials };

    /// <summary>Fingerprint of a simulation with the backend in force, unless the test is cancelled.</summary>
    public static string HashOf(Network net, SimulationOptions options) =>
        OutputHash.Of(net.Simulate(options, cancellation: TestContext.Current.CancellationToken));
}
