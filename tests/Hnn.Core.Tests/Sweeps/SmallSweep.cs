using System.Collections.Immutable;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;
using Hnn.Core.Sweeps;
using Hnn.Core.Tests.Networks;

namespace Hnn.Core.Tests.Sweeps;

/// <summary>A small sweep for tests: one drive of a 3 × 3 column, whose time and weight vary.</summary>
internal static class SmallSweep
{
    /// <summary>Six points, the drive's time from 5 to 9 ms.</summary>
    public static Grid Points => Grid.Product(("mu", [5, 7, 9]), ("weight", [0.02, 0.05]));

    /// <summary>A sweep of 15 ms with the peak of the dipole as its summary.</summary>
    /// <param name="folder">Where it is stored. Default: nowhere.</param>
    /// <param name="pointsPerFile">Points of one file. Default: 4, so that six points make two files.</param>
    /// <param name="ifExists">What to do with a sweep that is there. Default: refuse.</param>
    /// <param name="format">Kind of files. Default: Parquet.</param>
    /// <param name="threads">Number of threads. Default: one per processor.</param>
    /// <param name="firstTrial">Index of the first trial. Default: 0.</param>
    /// <param name="setParameters">Sets parameters. Default: adds the drive.</param>
    public static ParameterSweep With(
        string? folder = null,
        int pointsPerFile = 4,
        ExistingSweep ifExists = ExistingSweep.Refuse,
        SweepFormat format = SweepFormat.Parquet,
        int threads = 0,
        int firstTrial = 0,
        Action<Network, ParameterValues>? setParameters = null) =>
        new(Columns.Small(), setParameters ?? AddDrive)
        {
            Simulation = SimulationOptions.Default with { StopTime = 15, Threads = threads, Trials = 2, FirstTrial = firstTrial },
            ScaleFactor = 3000,
            SmoothingWindow = 5,
            Summaries = { ["peak"] = result => result.Dipoles.Average()["agg"].Max(), ["spikes"] = result => result.CellResponse.Trials.Sum(trial => trial.Count) },
            Folder = folder,
            IfExists = ifExists,
            Format = format,
            Outputs = SweepOutputs.Dipoles | SweepOutputs.Spikes,
            PointsPerFile = pointsPerFile,
        };

    /// <summary>Adds the drive of a point.</summary>
    public static void AddDrive(Network net, ParameterValues p) =>
        net.AddEvokedDrive("evprox", mu: p["mu"], sigma: 1, spikeCount: 1, location: "proximal", ampaWeights: new Dictionary<string, double> { ["L5_pyramidal"] = p["weight"], ["L2_basket"] = p["weight"] });

    /// <summary>Runs a sweep, unless the test is cancelled.</summary>
    public static ImmutableArray<SweepPoint> RunToEnd(this ParameterSweep sweep, Grid grid, Action<SweepProgress>? progress = null) =>
        sweep.Run(grid, progress is null ? null : new Told(progress), TestContext.Current.CancellationToken);

    /// <summary>The names and bytes of all files of a folder.</summary>
    public static Dictionary<string, string> Files(string folder) =>
        Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), path => Convert.ToHexString(File.ReadAllBytes(path)));

    /// <summary>Tells progress at once, on the thread that reports it.</summary>
    internal sealed class Told(Action<SweepProgress> tell) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => tell(value);
    }
}
