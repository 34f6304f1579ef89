using System.Globalization;
using Hnn.Core.Results;
using Hnn.Core.Simulation;

namespace Hnn.Core.Optimization.Objectives;

/// <summary>The part of time an objective looks at, in ms; an end that is not given is that of the recording.</summary>
internal sealed record TimeWindow
{
    public TimeWindow(double? start, double? stop)
    {
        if (start is { } first)
            Require.Finite(first, nameof(start));
        if (stop is { } last)
            Require.Finite(last, nameof(stop));
        if (start >= stop)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"The window starts at {start} ms and stops at {stop} ms. Pass a start before the stop."));
        }

        (Start, Stop) = (start, stop);
    }

    public double? Start { get; }

    public double? Stop { get; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Start is { } start ? $"{start} ms" : "the start")} to {(Stop is { } stop ? $"{stop} ms" : "the end")}");

    /// <summary>Checks that the simulation, the window and the target share at least one sample's time.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public void CheckOverlap(SimulationOptions options, Dipole? target)
    {
        var first = Math.Max(Start ?? 0, Math.Max(0, target?.Times[0] ?? 0));
        var last = Math.Min(Stop ?? options.StopTime, Math.Min(options.StopTime, target?.Times[^1] ?? options.StopTime));
        var step = Math.Max(options.TimeStep, target is null ? 0 : target.Times[1] - target.Times[0]);
        if (last - first >= step)
            return;
        var measured = target is null ? "" : string.Create(CultureInfo.InvariantCulture, $" and a target from {target.Times[0]} to {target.Times[^1]} ms");
        throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture,
            $"A simulation from 0 to {options.StopTime} ms{measured} have no sample in common in the window from {this}. Move the window, the stop time or the target's times."));
    }
}
