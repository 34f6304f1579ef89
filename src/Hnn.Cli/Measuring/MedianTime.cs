using System.Diagnostics;
using MathNet.Numerics.Statistics;

namespace Hnn.Cli.Measuring;

/// <summary>The median time of repeated work, which a disturbance now and then does not change.</summary>
internal static class MedianTime
{
    /// <summary>Works some times and takes the median.</summary>
    /// <param name="runs">How many times. At least 1.</param>
    /// <param name="work">The work.</param>
    public static TimeSpan Of(int runs, Action work)
    {
        var seconds = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            seconds[run] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return TimeSpan.FromSeconds(seconds.Median());
    }
}
