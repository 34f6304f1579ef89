using System.Globalization;
using Hnn.Cli.Fitting;
using Hnn.Cli.Output;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Cli.Measuring.Fits;

/// <summary>Moves a drive's time, simulates that, and lets a fit of its time and weights find what was done from the dipole alone.</summary>
/// <remarks>
/// The standard column with its evoked response up to 60 ms, before the next drive; other spike times in each case. The hidden mean time of the first proximal drive is 5 ms earlier or later
/// than its usual one; a fit begins at the usual time and weights, may move the time by 10 ms and each of the four weights by a factor of four. In a harder form the
/// hidden weights differ from the usual ones, too.
/// </remarks>
/// <param name="terminal">Where progress is shown.</param>
/// <param name="folder">Folder of the checkpoints.</param>
/// <param name="weightFactor">By what factor the hidden weights may differ from the usual ones, up or down; 1 for not at all.</param>
internal sealed class RecoveryFits(Terminal terminal, string folder, double weightFactor)
{
    private const string Drive = "evprox1";
    private const string Time = "mu";
    private const double UsualTime = 26.61;
    private const double Shift = 5;
    private const double StopTime = 60;

    private static readonly Dictionary<string, double> s_usualWeights = new()
    {
        ["L2_basket"] = 0.08831, ["L2_pyramidal"] = 0.01525, ["L5_basket"] = 0.19934, ["L5_pyramidal"] = 0.00865,
    };

    /// <summary>Hides a time and looks for it.</summary>
    /// <param name="number">Number of the case; even ones move the drive back, odd ones forward.</param>
    /// <param name="solver">The method.</param>
    /// <param name="evaluations">Number of evaluations.</param>
    /// <param name="cancellation">Ends the fit.</param>
    public RecoveryRow Find(int number, Solver solver, int evaluations, CancellationToken cancellation)
    {
        var (random, eventSeed) = (new Random(1000 + number), 544 + 1000 * (number / 2));
        var hidden = UsualTime + (number % 2 == 0 ? -Shift : Shift);
        var net = Column();
        SetDrive(net, hidden, s_usualWeights.ToDictionary(weight => weight.Key, weight => weight.Value * Math.Pow(weightFactor, 2 * random.NextDouble() - 1)), eventSeed);
        var options = FitOptions.Default with { ScaleFactor = 3000, SmoothingWindow = 20, FreshTrials = 0 };
        var target = FitRunner.DipoleOf(net.Simulate(SimulationOptions.Default with { StopTime = StopTime }, cancellation: cancellation), options);

        var space = new ParameterSpace { [Time] = (UsualTime - 2 * Shift, UsualTime + 2 * Shift) };
        foreach (var (type, weight) in s_usualWeights)
            space.Add(type, Parameter.Log(weight / 4, 4 * weight));
        var optimizer = new Optimizer(Column(), StopTime, space, (candidate, p) => SetDrive(candidate, p[Time], s_usualWeights.Keys.ToDictionary(type => type, type => p[type]), eventSeed))
        {
            InitialParameters = new Dictionary<string, double>(s_usualWeights) { [Time] = UsualTime },
            Solver = solver, MaxEvaluations = evaluations, Seed = (ulong)number,
        };
        var fit = FitRunner.Run(terminal, optimizer, target, options, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"recovery-{solver.Name}-{weightFactor}-{number}.jsonl")), cancellation);
        cancellation.ThrowIfCancellationRequested();
        return new RecoveryRow(number, hidden, fit.Best[Time], fit.History[0].Loss, fit.Loss);
    }

    private static Network Column()
    {
        var net = Network.Jones2009();
        net.AddDefaultErpDrives();
        net.RemoveDrive(Drive);
        return net;
    }

    private static void SetDrive(Network net, double time, Dictionary<string, double> weights, int eventSeed) => net.AddEvokedDrive(
        Drive, time, sigma: 2.47, spikeCount: 1, "proximal", ampaWeights: weights, eventSeed: eventSeed,
        delays: new Dictionary<string, double> { ["L2_basket"] = 0.1, ["L2_pyramidal"] = 0.1, ["L5_basket"] = 1, ["L5_pyramidal"] = 1 });
}
