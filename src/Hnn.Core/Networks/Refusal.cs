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

    public static double UnlessFinite(double value, string parameter) =>
        double.IsFinite(value) ? value : throw OutOfRange(parameter, value, "a finite number");

    public static double UnlessPositive(double value, string parameter) =>
        double.IsFinite(value) && value > 0 ? value : throw OutOfRange(parameter, value, "a finite number above 0");

    public static double IfNegative(double value, string parameter) =>
        double.IsFinite(value) && value >= 0 ? value : throw OutOfRange(parameter, value, "a finite number, at least 0");

    public static ArgumentOutOfRangeException OutOfRange(string parameter, object value, string expected) =>
        new(parameter, value, new NetworkProblem($"'{parameter}' is {value}.", $"It must be {expected}.", $"Give {expected}.").ToString());
}
