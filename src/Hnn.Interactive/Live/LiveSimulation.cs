using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Interactive.Live;

/// <summary>Simulates networks and shows in the notebook, or on the console, how far it is.</summary>
/// <remarks>Interrupting the cell ends a simulation; the result then holds the trials finished by then, and a warning that says how many.</remarks>
/// <example><c>var result = net.SimulateLive(trials: 10);</c></example>
public static class LiveSimulation
{
    /// <summary>As <see cref="NetworkSimulation.Simulate(Network, double, int)"/>, with a display.</summary>
    /// <param name="net">The network. It stays as it is.</param>
    /// <param name="stopTime">Simulated time in ms. At least one step of 0.025 ms. Default: 170.</param>
    /// <param name="trials">Number of trials, which differ in their drives' spike times. At least 1. Default: 1.</param>
    /// <exception cref="NetworkException">The network cannot be simulated. Lists all its faults.</exception>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    /// <exception cref="SimulationCanceledException">The user interrupted the cell before its first trial was finished.</exception>
    public static SimulationResult SimulateLive(this Network net, double stopTime = 170, int trials = 1) =>
        net.SimulateLive(SimulationOptions.Default with { StopTime = stopTime, Trials = trials });

    /// <summary>As <see cref="NetworkSimulation.Simulate(Network, SimulationOptions, IProgress{SimulationProgress}?, CancellationToken)"/>, with a display.</summary>
    /// <param name="net">The network. It stays as it is.</param>
    /// <param name="options">Time, step, trials, what is recorded, and use of the machine.</param>
    /// <param name="cancellation">Ends the simulation early, with an exception. Default: never.</param>
    /// <exception cref="NetworkException">The network cannot be simulated. Lists all its faults.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or a place to record does not exist.</exception>
    /// <exception cref="SimulationCanceledException">The simulation was ended by <paramref name="cancellation"/>; holds the trials finished by then. Or the user interrupted the cell before its first trial was finished.</exception>
    public static SimulationResult SimulateLive(this Network net, SimulationOptions options, CancellationToken cancellation = default) =>
        net.SimulateLiveAsync(options, cancellation).GetAwaiter().GetResult();

    /// <summary>As <see cref="NetworkSimulation.SimulateAsync"/>, with a display. The network is read before the method returns and may be changed afterwards.</summary>
    /// <param name="net">The network.</param>
    /// <param name="options">Time, step, trials, what is recorded, and use of the machine.</param>
    /// <param name="cancellation">Ends the simulation early, with an exception. Default: never.</param>
    /// <returns>A task that ends with the result; with a fault of network or options; or as cancelled, with a <see cref="SimulationCanceledException"/> as above.</returns>
    public static Task<SimulationResult> SimulateLiveAsync(this Network net, SimulationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(net);
        ArgumentNullException.ThrowIfNull(options);
        return FollowAsync(net, options, LiveSurface.Begin, TimeProvider.System, cancellation);
    }

    /// <summary>Simulates and shows it where the caller says, by the caller's clock.</summary>
    internal static async Task<SimulationResult> FollowAsync(
        Network net, SimulationOptions options, Func<LiveState, Action<LiveState>> begin, TimeProvider clock, CancellationToken cancellation)
    {
        using var stop = Interruption.LinkedTo(cancellation);
        var watch = new SimulationWatch(options, begin, clock);
        try
        {
            var result = await net.SimulateAsync(options, watch, stop.Token).ConfigureAwait(false);
            watch.Finish();
            return result;
        }
        catch (OperationCanceledException canceled)
        {
            var finished = (canceled as SimulationCanceledException)?.Finished;
            var warning = watch.Cancel(finished?.Dipoles.Length ?? 0);
            if (finished is null || cancellation.IsCancellationRequested)
                throw;

            // No later cell could reach an exception's content.
            return finished with { Warnings = finished.Warnings.Add(warning) };
        }
        catch
        {
            watch.Fail();
            throw;
        }
    }
}
