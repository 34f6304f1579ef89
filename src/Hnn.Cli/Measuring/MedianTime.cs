using System.Diagnostics;

namespace Hnn.Cli.Measuring;

/// <summary>The median time of repeated work, which a disturbance now and then does not change.</summary>
internal static class MedianTime
{
    /// <summary>Works some times and takes the median.</summary>
    /// <param name="runs">How many times. At least 1.</param>
    /// <param name="work">The work.</param>
    public static TimeSpan Of(int runs, Action work)
    {
        var times = new List<TimeSpan>(runs);
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        return (times[(runs - 1) / 2] + times[runs / 2]) / 2;
    }
}
