using System.Collections.Immutable;

namespace Hnn.Core.Results;

/// <summary>What all recordings ask of their sample times.</summary>
internal static class SampleTimes
{
    /// <summary>The times, if there are at least two, finite and increasing.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static ImmutableArray<double> Checked(ImmutableArray<double> times)
    {
        if (times.IsDefault || times.Length < 2)
            throw new ArgumentException($"There are {(times.IsDefault ? 0 : times.Length)} sample times. Pass at least two.", nameof(times));
        if (FirstNotIncreasing(times.AsSpan()) is >= 0 and var index)
            throw new ArgumentException($"Sample time {index} is {times[index]} ms and not after the one before it. Pass finite, increasing times.", nameof(times));
        return times;
    }

    /// <summary>Index of the first time that is not finite or not after the one before it; -1 if there is none.</summary>
    public static int FirstNotIncreasing(ReadOnlySpan<double> times)
    {
        for (var i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i]) || (i > 0 && times[i] <= times[i - 1]))
                return i;
        }

        return -1;
    }
}
