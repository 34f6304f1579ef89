using System.Globalization;

namespace Hnn.Testing;

/// <summary>Reads numbers as the recorded files write them.</summary>
internal static class NumberText
{
    public static double Parse(string text) => text switch
    {
        "NaN" or "nan" or "" => double.NaN,
        "Infinity" or "inf" => double.PositiveInfinity,
        "-Infinity" or "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
