using Hnn.Core.Networks;
using Hnn.Core.Optimization;
using Hnn.Core.Results;

namespace Hnn.Interactive.Live;

/// <summary>Fits and shows in the notebook, or on the console, how far it is: target, best and last dipole, and the least loss so far.</summary>
/// <example><c>var fit = await optimizer.FitLiveAsync(target, FitOptions.Default with { ScaleFactor = 3000 });</c></example>
public static class LiveFit
{
    /// <summary>As <see cref="Optimizer.Fit"/>, with a display. Interrupting the cell ends the search; the best so far is returned.</summary>
    /// <param name="optimizer">The fit.</param>
    /// <param name="target">The measured dipole; null if the objective needs none. Default: none.</param>
    /// <param name="options">Trials, scaling, smoothing, checkpoint and use of the machine. Default: <see cref="FitOptions.Default"/>.</param>
    /// <param name="cancellation">Ends the search early, as interrupting the cell does. Default: never.</param>
    /// <exception cref="ArgumentException">Something does not fit; thrown before the first simulation.</exception>
    /// <exception cref="NetworkException">The network with the initial parameters cannot be simulated; thrown before the first simulation.</exception>
    /// <exception cref="IOException">The checkpoint exists already or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The search was ended before its first evaluation.</exception>
    /// <exception cref="InvalidOperationException">Every evaluation failed; says why the first one did.</exception>
    public static FitResult FitLive(this Optimizer optimizer, Dipole? target = null, FitOptions? options = null, CancellationToken cancellation = default) =>
        optimizer.FitLiveAsync(target, options, cancellation).GetAwaiter().GetResult();

    /// <summary>As <see cref="Optimizer.FitAsync"/>, with a display. Interrupting the cell ends the search; the best so far is returned.</summary>
    /// <param name="optimizer">The fit.</param>
    /// <param name="target">The measured dipole; null if the objective needs none. Default: none.</param>
    /// <param name="options">Trials, scaling, smoothing, checkpoint and use of the machine. Default: <see cref="FitOptions.Default"/>.</param>
    /// <param name="cancellation">Ends the search early, as interrupting the cell does. Default: never.</param>
    /// <returns>A task that ends with the result, or with the errors of <see cref="FitLive"/>.</returns>
    public static Task<FitResult> FitLiveAsync(this Optimizer optimizer, Dipole? target = null, FitOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return FollowAsync(optimizer, target, options ?? FitOptions.Default, LiveSurface.Begin, TimeProvider.System, cancellation);
    }

    /// <summary>Fits and shows it where the caller says, by the caller's clock.</summary>
    internal static async Task<FitResult> FollowAsync(
        Optimizer optimizer, Dipole? target, FitOptions options, Func<LiveState, Action<LiveState>> begin, TimeProvider clock, CancellationToken cancellation)
    {
        using var stop = Interruption.LinkedTo(cancellation);
        var watch = new FitWatch(optimizer, target, options, begin, clock);
        try
        {
            var fit = await optimizer.FitAsync(target, options, watch, stop.Token).ConfigureAwait(false);
            watch.Finish(fit);
            return fit;
        }
        catch
        {
            watch.Fail();
            throw;
        }
    }
}
