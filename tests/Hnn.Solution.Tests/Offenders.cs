namespace Hnn.Solution.Tests;

/// <summary>What breaks a rule.</summary>
internal static class Offenders
{
    /// <summary>Fails with the whole list, unless it is empty.</summary>
    public static void None(IEnumerable<string> offenders)
    {
        var all = offenders.ToArray();
        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all));
    }
}
