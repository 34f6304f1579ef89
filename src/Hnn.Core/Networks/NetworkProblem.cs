namespace Hnn.Core.Networks;

/// <summary>One fault of a network or of what was asked of it.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Why">Why it is wrong.</param>
/// <param name="Fix">How to mend it.</param>
public sealed record NetworkProblem(string What, string Why, string Fix)
{
    /// <summary>The three sentences in one line.</summary>
    public override string ToString() => $"{What} {Why} {Fix}";
}
