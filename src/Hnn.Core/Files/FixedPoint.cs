using System.Globalization;

namespace Hnn.Core.Files;

/// <summary>Numbers with a fixed count of decimals, to the last digit as C's <c>printf("%.3f")</c> writes them.</summary>
internal static class FixedPoint
{
    /// <summary>Formats a finite number, correctly rounded; exact ties go to the even digit, where .NET's own format goes away from zero.</summary>
    public static string Format(double value, int decimals)
    {
        var format = decimals == 3 ? "F3" : "F" + decimals.ToString(CultureInfo.InvariantCulture);
        return IsTie(value, decimals, out var exact)
            ? Math.Round(exact, decimals, MidpointRounding.ToEven).ToString(format, CultureInfo.InvariantCulture)
            : value.ToString(format, CultureInfo.InvariantCulture);
    }

    // A binary number lies midway between two decimals of d places only if it is an odd multiple of 1/2^(d+1).
    private static bool IsTie(double value, int decimals, out decimal exact)
    {
        var unit = 1L << (decimals + 1);
        var multiple = value * unit;
        var isTie = Math.Abs(multiple) < long.MaxValue / 2.0 && Math.Floor(multiple) == multiple && (long)multiple % 2 != 0;
        exact = isTie ? (decimal)(long)multiple / unit : 0;
        return isTie;
    }
}
