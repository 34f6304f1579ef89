using System.Collections.Immutable;
using Hnn.Core.Backends;
using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Engine.Models;
using Hnn.Engine.Runs;

namespace Hnn.Core.Simulation;

/// <summary>Simulates networks: on the threads of this process, or with the backend in force.</summary>
public static class NetworkSimulation
{
    /// <summary>Simulates a network and records dipoles and spikes. The network stays as it is.</summary>
    /// <param name="net">The network.</param>
    /// <param name="stopTime">Simulated time in ms. At least one step of 0.025 ms. Default: 170.</param>
    /// <param name="trials">Number of trials, which differ in their drives' spike times. At least 1. Default: 1.</param>
    /// <exception cref="NetworkException">The network cannot be simulated. Lists all its faults.</exception>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static SimulationResult Simulate(this Network net, double stopTime = 170, int trials = 1) =>
        net.Simulate(SimulationOptions.Default with { StopTime = stopTime, Trials = trials });

    /// <summary>Simulates a network. The network stays as it is.</summary>
    /// <param name="net">The network.</param>
    /// <param name="options">Time, step, trials, what is recorded, and use of the machine.</param>
    /// <param name="progress">Told how far the simulation is, from the threads that simulate. Default: nobody.</param>
    /// <param name="cancellation">Ends the simulation early. Default: never.</param>
    /// <exception cref="NetworkException">The network cannot be simulated. Lists all its faults.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or a place to record does not exist.</exception>
    /// <exception cref="SimulationCanceledException">The simulation was ended early; holds the trials finished by then.</exception>
    public static SimulationResult Simulate(
        this Network net, SimulationOptions options, IProgress<SimulationProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(SimulationPlan.For(net, options), progress, cancellation);

    /// <summary>Simulates a network in the background. The network is read before the method returns and may be changed afterwards.</summary>
    /// <param name="net">The network.</param>
    /// <param name="options">Time, step, trials, what is recorded, and use of the machine.</param>
    /// <param name="progress">Told how far the simulation is, from the threads that simulate. Default: nobody.</param>
    /// <param name="cancellation">Ends the simulation early. Default: never.</param>
    /// <returns>A task that ends with the result, or as cancelled, with a <see cref="SimulationCanceledException"/>.</returns>
    /// <exception cref="NetworkException">The network cannot be simulated. Lists all its faults; thrown at once.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or a place to record does not exist; thrown at once.</exception>
    public static Task<SimulationResult> SimulateAsync(
        this Network net, SimulationOptions options, IProgress<SimulationProgress>? progress = null, CancellationToken cancellation = default)
    {
        var plan = SimulationPlan.For(net, options);
        return Task.Run(() => Run(plan, progress, cancellation), cancellation);
    }

    private static SimulationResult Run(SimulationPlan plan, IProgress<SimulationProgress>? progress, CancellationToken cancellation)
    {
        var meter = progress is null ? null : new ProgressMeter(progress, plan.Options);
        return SimulationBackend.Current is { } backend ? RunOn(backend, plan, meter, cancellation) : RunHere(plan, meter, cancellation);
    }

    private static SimulationResult RunHere(SimulationPlan plan, ProgressMeter? meter, CancellationToken cancellation)
    {
        var job = plan.Job;
        var model = CompiledModel.Compile(job.Network, job.Options.TimeStep, job.Options.StopTime);
        try
        {
            return plan.ResultOf(Simulator.Run(model, job.Trials, job.Options, job.Probes, meter, cancellation));
        }
        catch (RunCanceledException canceled)
        {
            throw new SimulationCanceledException(canceled.Finished.IsEmpty ? null : plan.ResultOf(canceled.Finished), canceled);
        }
    }

    private static SimulationResult RunOn(ISimulationBackend backend, SimulationPlan plan, ProgressMeter? meter, CancellationToken cancellation)
    {
        var outcomes = new TrialOutcome?[plan.Options.Trials];
        try
        {
            backend.Run([plan.Job], outcome => outcomes[outcome.Trial] = outcome, meter, cancellation);
        }
        catch (OperationCanceledException canceled)
        {
            var finished = outcomes.TakeWhile(outcome => outcome?.Recording is not null).Select(outcome => outcome!.Recording!).ToImmutableArray();
            throw new SimulationCanceledException(finished.IsEmpty ? null : plan.ResultOf(finished), canceled);
        }

        if (outcomes.FirstOrDefault(outcome => outcome?.Fault is not null) is { } failed)
            throw failed.Fault!;
        return plan.ResultOf([.. outcomes.Select(outcome => outcome!.Recording!)]);
    }
}
