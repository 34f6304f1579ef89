namespace Hnn.Testing;

/// <summary>Tests that take too long for every day.</summary>
public static class LongTests
{
    /// <summary>Why they are skipped where they are not wanted.</summary>
    public static string WhySkipped => "Takes long: ./test.sh --all runs it, or set HNN_TEST_ALL=1.";

    /// <summary>Whether they are wanted.</summary>
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("HNN_TEST_ALL") == "1";
}
