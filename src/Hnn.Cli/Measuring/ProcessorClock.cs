using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Hnn.Cli.Measuring;

/// <summary>Measures the clock of the processor: files that state it tell another rate than the one under load, and not every system has them.</summary>
internal static class ProcessorClock
{
    private const int Steps = 500_000;
    private const int CyclesPerStep = 2;
    private const int Tries = 100;

    /// <summary>The clock rate in GHz: the highest of many measurements so short that other programs rarely interrupt one.</summary>
    public static double MeasureGigahertz()
    {
        Chain(1, Steps);
        return Enumerable.Range(0, Tries).Max(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            Chain(1, Steps);
            return CyclesPerStep * (double)Steps / Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        });
    }

    // Each step waits for the one before it: a shift and an exclusive or, one cycle each on every current processor.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static ulong Chain(ulong x, int steps)
    {
        for (var i = 0; i < steps; i++)
            x ^= x << 1;
        return x;
    }
}
