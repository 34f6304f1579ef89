using System.Collections.Immutable;
using Hnn.Core.Results;

namespace Hnn.Core.Datasets;

/// <summary>Dipoles made by formula, for use where measured ones cannot be had. They are invented and show nothing about any brain.</summary>
public static class StandIn
{
    private const double Step = 5.0 / 3.0;
    private const int Samples = 105;

    // Height in nAm, centre and width in ms of each bump: round numbers of the size that evoked responses have.
    private static readonly (double Height, double Center, double Width)[] Bumps = [(25, 60, 12), (-40, 95, 18), (20, 140, 15)];

    /// <summary>Something like an evoked response: a sum of three bell curves, 105 samples from 0 to 173.3 ms.</summary>
    /// <param name="strength">Factor of all its heights. Default: 1.</param>
    public static Dipole EvokedResponse(double strength = 1)
    {
        var times = Enumerable.Range(0, Samples).Select(sample => sample * Step).ToImmutableArray();
        return new Dipole(times, [.. times.Select(time => Bumps.Sum(bump => strength * bump.Height * Math.Exp(-Math.Pow((time - bump.Center) / bump.Width, 2))))]);
    }
}
