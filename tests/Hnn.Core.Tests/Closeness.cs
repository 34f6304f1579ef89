namespace Hnn.Core.Tests;

/// <summary>How near two waveforms are.</summary>
internal static class Closeness
{
    /// <summary>Largest difference, relative to the largest expected value.</summary>
    public static double RelativeToPeak(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var (first, second) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(first.Length, second.Length);
        return first.Zip(second, (a, b) => Math.Abs(a - b)).Max() / first.Max(Math.Abs);
    }
}
