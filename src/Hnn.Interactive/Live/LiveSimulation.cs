using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Interactive.Live;

/// <summary>Simulates networks and shows in the notebook, or on the console, how far it is.</summary>
/// <example><c>var result = net.SimulateLive(trials: 10);</c></example>
public static class LiveSimulation
{
    /// <summary>As <see cref="NetworkSimulation.Simulate(Network, double, int)"/>, with a display.</summary>
    /// <param name="net">The network. It stays as it is.</param>
    /// <param name="stopTime">Simulated time in ms. At least one step of 0.025 ms. Default: 170.</param>
    /// <param name="trials">Number of trials, which differ in their drives' spike times. At least 1. Default: 1.</param>
    /// <exception cref="NetworkException">The network cannot be simulated. Lists all its faults.</exception>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    /// <exception cref="SimulationCanceledException">The user interrupted the cell; holds the trials finished by then.</exception>
    public static SimulationResult SimulateLive(this Network net, double stopTime = 170, int trials = 1) =>
        net.SimulateLive(SimulationOptions.Default with { StopTime = stopTime, Trials = trials });

    /// <summary>As <see cref="NetworkSimulation.Simulate(Network, SimulationOptions, IProgress{SimulationProgress}?, CancellationToken)"/>, with a display.</summary>
    /// <param name="net">The network. It stays as it is.</param>
    /// <param name="options">Time, step, trials, what is recorded, and use of the machine.</param>
    /// <param name="cancellation">Ends the simulation early, as interrupting the cell does. Default: never.</param>
    /// <exception cref="NetworkException">The network cannot be simulated. Lists all its faults.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or a place to record does not exist.</exception>
    /// <exception cref="SimulationCanceledException">The simulation was ended early; holds the trials finished by then.</exception>
    public static SimulationResult SimulateLive(this Network net, SimulationOptions options, CancellationToken cancellation = default) =>
        net.SimulateLiveAsync(options, cancellation).GetAwaiter().GetResult();

    /// <summary>As <see cref="NetworkSimulation.SimulateAsync"/>, with a display. The network is read before the method returns and may be changed afterwards.</summary>
    /// <param name="net">The network.</param>
    /// <param name="options">Time, step, trials, what is recorded, and use of the machine.</param>
    /// <param name="cancellation">Ends the simulation early, as interrupting the cell does. Default: never.</param>
    /// <returns>A task that ends with the result; with a fault of network or options; or as cancelled, with a <see cref="SimulationCanceledException"/> that holds the trials finished by then.</returns>
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
            watch.Cancel((canceled as SimulationCanceledException)?.Finished?.Dipoles.Length ?? 0);
            throw;
        }
        catch
        {
            watch.Fail();
            throw;
        }
    }
}
