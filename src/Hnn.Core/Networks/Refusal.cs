namespace Hnn.Core.Networks;

/// <summary>Turns faults of arguments into exceptions that say what, why and how to mend it.</summary>
internal static class Refusal
{
    public static ArgumentException Of(string parameter, string what, string why, string fix) =>
        new(new NetworkProblem(what, why, fix).ToString(), parameter);

    /// <summary>Throws one exception that names all faults, if there are any.</summary>
    public static void IfAny(IEnumerable<NetworkProblem> problems, string parameter)
    {
        var all = problems.ToList();
        if (all.Count > 0)
            throw new ArgumentException(string.Join(Environment.NewLine, all), parameter);
    }
}
