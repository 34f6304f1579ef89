using System.Globalization;
using Hnn.Cli.Output;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Cli.Fitting;

/// <summary>Runs fits, and simulates what came out of them.</summary>
internal static class FitRunner
{
    /// <summary>Runs a fit and shows how far it is. When the user ends it, the best so far is returned.</summary>
    /// <param name="terminal">Whose standard error shows the progress.</param>
    /// <param name="optimizer">The fit.</param>
    /// <param name="target">The measured dipole; null if there is none.</param>
    /// <param name="options">Trials, scaling, smoothing.</param>
    /// <param name="checkpoint">File that keeps each evaluation; if it exists, its fit is gone on with. Null for none.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static FitResult Run(
        Terminal terminal, Optimizer optimizer, Dipole? target, FitOptions options, string? checkpoint, CancellationToken cancellation)
    {
        terminal.Note(string.Create(CultureInfo.InvariantCulture, $"Fitting: solver {optimizer.Solver.Name}, at most {optimizer.MaxEvaluations} evaluations. Ctrl-C keeps the best so far."));
        var fit = FitProgressDisplay.Run(terminal, progress => checkpoint is not null && File.Exists(checkpoint)
            ? optimizer.Resume(checkpoint, target, options, progress, cancellation)
            : optimizer.Fit(target, options with { Checkpoint = checkpoint }, progress, cancellation));
        foreach (var warning in fit.Warnings)
            terminal.Warn(warning);
        return fit;
    }

    /// <summary>Simulates parameters of a fit as the fit did. Cannot be ended: it is what remains to be done when a fit was.</summary>
    /// <param name="terminal">Whose standard error shows the progress.</param>
    /// <param name="title">What is being simulated.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="stopTime">Simulated time in ms.</param>
    public static SimulationResult Simulate(Terminal terminal, string title, FitResult fit, ParameterValues parameters, double stopTime)
    {
        var options = SimulationOptions.Default with
        {
            StopTime = stopTime, TimeStep = fit.Options.TimeStep, Trials = fit.Options.Trials, Threads = fit.Options.Threads,
        };
        return ProgressDisplay.Run(terminal, title, progress => fit.NetworkWith(parameters).Simulate(options, progress, CancellationToken.None));
    }

    /// <summary>The dipole that a fit compares: the trials' mean, scaled and smoothed.</summary>
    public static Dipole DipoleOf(SimulationResult result, FitOptions options) =>
        ObjectiveInput.Of(result, scaleFactor: options.ScaleFactor, smoothingWindow: options.SmoothingWindow).Dipole;
}
