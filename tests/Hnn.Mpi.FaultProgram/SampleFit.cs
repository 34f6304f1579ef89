using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Mpi.FaultProgram;

/// <summary>A fit that is the same every time: time and weight of a drive of a 3 × 3 column, which has 24 cells.</summary>
/// <param name="Evaluations">Number of evaluations.</param>
/// <param name="StopTime">Simulated time of each in ms.</param>
/// <param name="Together">How many are simulated at once.</param>
public sealed record SampleFit(int Evaluations, double StopTime, int Together)
{
    /// <summary>Fits; on the backend that is in force.</summary>
    /// <param name="checkpoint">File of a checkpoint: taken up where it exists, else begun. Default: none.</param>
    /// <param name="cancellation">Ends it early. Default: never.</param>
    public FitResult Run(string? checkpoint = null, CancellationToken cancellation = default)
    {
        var optimizer = new Optimizer(Column(), StopTime, new ParameterSpace { ["mu"] = (2, 8), ["weight"] = (0.01, 0.3) }, AddDrive)
        {
            Solver = new CmaEs { PopulationSize = Together }, MaxEvaluations = Evaluations, Seed = 3,
        };
        var options = FitOptions.Default with { FreshTrials = 0 };
        return File.Exists(checkpoint)
            ? optimizer.Resume(checkpoint, Target(), options, cancellation: cancellation)
            : optimizer.Fit(Target(), options with { Checkpoint = checkpoint }, cancellation: cancellation);
    }

    /// <summary>A hash of the best parameters and of all evaluations, to the last bit.</summary>
    public static string HashOf(FitResult fit)
    {
        var text = new StringBuilder(Text(fit.Best.Values));
        foreach (var evaluation in fit.History)
            text.Append(CultureInfo.InvariantCulture, $"\n{evaluation.Index}: {Text(evaluation.Point)}; {Text([evaluation.Loss])}; {Text(evaluation.TrialLosses)}; {Text(evaluation.Residuals)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // The standard column makes no difference to what is tested, and takes longer.
    private static Network Column() => Network.Jones2009(new NetworkOptions { Mesh = (3, 3) });

    private static void AddDrive(Network net, ParameterValues p) => net.AddEvokedDrive(
        "ev", p["mu"], sigma: 1, spikeCount: 1, "proximal", new Dictionary<string, double> { ["L2_pyramidal"] = p["weight"], ["L5_pyramidal"] = p["weight"] });

    // Always on this process's own threads, whatever is in force.
    private Dipole Target()
    {
        using var threads = Core.Backends.SimulationBackend.Use(null);
        var net = Column();
        AddDrive(net, new ParameterValues([new("mu", 5), new("weight", 0.1)]));
        return net.Simulate(SimulationOptions.Default with { StopTime = StopTime }).Dipoles[0];
    }

    private static string Text(IEnumerable<double> values) => string.Join(' ', values.Select(value => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture)));
}
