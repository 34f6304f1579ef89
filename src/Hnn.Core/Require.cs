using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hnn.Core;

/// <summary>Checks of numbers at the border of the library; the messages say what, why and how to mend it.</summary>
internal static class Require
{
    /// <summary>The number is finite.</summary>
    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, "The number is not finite. Pass an ordinary number.");
    }

    /// <summary>The number is finite and above zero.</summary>
    public static void Positive(double value, string unit = "", [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        Finite(value, name);
        if (value <= 0)
            throw new ArgumentOutOfRangeException(name, value, $"The value is not positive. Pass a number above 0{Suffix(unit)}.");
    }

    /// <summary>The number is finite and at least zero.</summary>
    public static void NotNegative(double value, string unit = "", [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        Finite(value, name);
        if (value < 0)
            throw new ArgumentOutOfRangeException(name, value, $"The value is negative. Pass a number of at least 0{Suffix(unit)}.");
    }

    /// <summary>The number lies between two bounds, both included.</summary>
    public static void InRange(double value, double low, double high, string unit = "", [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= low && value <= high))
        {
            throw new ArgumentOutOfRangeException(name, value, string.Create(
                CultureInfo.InvariantCulture, $"The value is out of range. Pass a number from {low} to {high}{Suffix(unit)}."));
        }
    }

    private static string Suffix(string unit) => unit.Length > 0 ? $" {unit}" : "";
}
