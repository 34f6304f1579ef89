using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Batches;
using Hnn.Core.Files;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Sweeps;

/// <summary>Simulates a network at many points of its parameters, and stores what came out if a folder is named.</summary>
/// <remarks>
/// The results do not depend on the number of threads, nor on whether a sweep was interrupted. A point that fails stays in the
/// results with its message and stops nothing. The shape is that of <c>BatchSimulate</c> of hnn-core 0.6.
/// </remarks>
/// <example>
/// <code>
/// var sweep = new ParameterSweep(net, (net, p) => net.AddEvokedDrive("evprox", mu: p["mu"], …))
/// {
///     Simulation = SimulationOptions.Default with { StopTime = 90 },
///     SmoothingWindow = 30,
///     Summaries = { ["peak"] = result => result.Dipoles.Average()["agg"].Max() },
///     Folder = "sweep",
/// };
/// foreach (var point in sweep.Run(Grid.Product(("mu", [40, 50, 60]))))
///     Console.WriteLine($"{point.Parameters["mu"]}: {point["peak"]}");
/// </code>
/// </example>
public sealed class ParameterSweep
{
    /// <summary>Makes a sweep.</summary>
    /// <param name="network">The network without what the closure adds; copied, so later changes do not reach the sweep.</param>
    /// <param name="setParameters">Sets parameters in a fresh copy of the network, for example by adding a drive. It must do the same for the same values.</param>
    public ParameterSweep(Network network, Action<Network, ParameterValues> setParameters)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(setParameters);
        (Network, SetParameters) = (network.Clone(), setParameters);
    }

    /// <summary>Time, step, trials, what is recorded, and use of the machine. Default: <see cref="SimulationOptions.Default"/>.</summary>
    public SimulationOptions Simulation { get; init; } = SimulationOptions.Default;

    /// <summary>Factor of the dipoles. Finite. Default: 1.</summary>
    public double ScaleFactor { get; init; } = 1;

    /// <summary>Length in ms of the Hamming window that smooths each trial's dipole; null for none. Default: none.</summary>
    public double? SmoothingWindow { get; init; }

    /// <summary>Numbers computed from each simulation, by name. They are given results whose dipoles are scaled and smoothed, one result at a time. Default: none.</summary>
    public OrderedDictionary<string, Func<SimulationResult, double>> Summaries { get; } = [];

    /// <summary>Whether points come with their results. If not, memory does not grow with their number: for large sweeps. Default: true.</summary>
    public bool KeepResults { get; init; } = true;

    /// <summary>Folder in which the sweep is stored, to be opened with <see cref="SweepStore"/>; null for none. Made if it is not there. Default: none.</summary>
    public string? Folder { get; init; }

    /// <summary>What to do if the folder holds a sweep already. Default: refuse.</summary>
    public ExistingSweep IfExists { get; init; } = ExistingSweep.Refuse;

    /// <summary>Kind of the files. Default: Parquet.</summary>
    public SweepFormat Format { get; init; } = SweepFormat.Parquet;

    /// <summary>What is stored besides parameters and summaries. Default: dipoles.</summary>
    public SweepOutputs Outputs { get; init; } = SweepOutputs.Dipoles;

    /// <summary>Number of points that are simulated together and stored in one file per table; so many may be lost if the process is killed. At least 1. Default: 100.</summary>
    public int PointsPerFile { get; init; } = 100;

    /// <summary>What simulates the networks; null for this process with all its lanes and threads. Results do not depend on it. Default: null.</summary>
    public IBatchEvaluator? Evaluator { get; init; }

    /// <summary>The network the closure is given copies of.</summary>
    internal Network Network { get; }

    /// <summary>Sets parameters in a copy of the network.</summary>
    internal Action<Network, ParameterValues> SetParameters { get; }

    /// <summary>Simulates all points.</summary>
    /// <param name="grid">The points.</param>
    /// <param name="progress">Told after each point, from the threads that simulate. Default: nobody.</param>
    /// <param name="cancellation">Ends the sweep early. Default: never.</param>
    /// <returns>One for each point of the grid, in its order.</returns>
    /// <exception cref="ArgumentException">A setting does not fit; thrown before the first simulation.</exception>
    /// <exception cref="IOException">The folder holds a sweep already, or a file cannot be written.</exception>
    /// <exception cref="FileFault">The sweep in the folder is another one than this, or damaged.</exception>
    /// <exception cref="SweepCanceledException">The sweep was ended early; holds the points finished by then.</exception>
    public ImmutableArray<SweepPoint> Run(Grid grid, IProgress<SweepProgress>? progress = null, CancellationToken cancellation = default)
    {
        var finished = ImmutableArray.CreateBuilder<SweepPoint>();
        try
        {
            foreach (var point in RunAsync(grid, progress, cancellation).ToBlockingEnumerable(CancellationToken.None))
                finished.Add(point);
            return finished.ToImmutable();
        }
        catch (OperationCanceledException canceled)
        {
            throw new SweepCanceledException(finished.ToImmutable(), canceled);
        }
    }

    /// <summary>Simulates all points in the background and hands out each as soon as it and all before it are done. What can be checked is checked before the method returns.</summary>
    /// <param name="grid">The points.</param>
    /// <param name="progress">Told after each point, from the threads that simulate. Default: nobody.</param>
    /// <param name="cancellation">Ends the sweep early, with the points finished by then and an <see cref="OperationCanceledException"/>. Default: never. Leaving the loop ends it, too.</param>
    /// <returns>The points in the grid's order; after a cancellation perhaps with gaps.</returns>
    /// <exception cref="ArgumentException">A setting does not fit.</exception>
    /// <exception cref="IOException">The folder holds a sweep already, or a file cannot be written.</exception>
    /// <exception cref="FileFault">The sweep in the folder is another one than this, or damaged.</exception>
    public IAsyncEnumerable<SweepPoint> RunAsync(Grid grid, IProgress<SweepProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        Check(grid);
        return new SweepRun(this, grid, progress).PointsAsync(cancellation);
    }

    private void Check(Grid grid)
    {
        Simulation.Check();
        Require.Finite(ScaleFactor);
        if (SmoothingWindow is { } window)
            Require.InRange(window, 1, Simulation.StopTime, "ms", nameof(SmoothingWindow));
        ArgumentOutOfRangeException.ThrowIfLessThan(PointsPerFile, 1);
        if (!Enum.IsDefined(Format) || !Enum.IsDefined(IfExists))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There is no format {(int)Format} or no choice {(int)IfExists}. Pass one of the named values."));
        string[] columns = ["point", .. grid.Names, .. Summaries.Keys, "fault"];
        if (columns.GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"The name '{twice.Key}' stands for two columns of the table of points. Give parameters and summaries names of their own, other than 'point' and 'fault'.");
        if (Summaries.Keys.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A summary has no name. Name it.");
    }
}
