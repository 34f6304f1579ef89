using Hnn.Core.Sweeps;
using Hnn.Testing;

namespace Hnn.Core.Tests.Sweeps.Storage;

/// <summary>Tables for tests.</summary>
internal static class Tables
{
    private static readonly double[] Odd = [double.NaN, double.NegativeInfinity, -0.0, double.Epsilon, double.MaxValue, 0.1 + 0.2, 1e-7, 12345678901234567];
    private static readonly string[] Texts = ["", "plain", "with, comma", "with \"marks\"", "two\nlines", "two\r\nlines", "ümläut ≥"];

    /// <summary>Three columns with all that may be difficult in names, numbers and texts.</summary>
    public static SweepTable Varied(int rows) => new(
    [
        ("point", Enumerable.Range(0, rows).Select(row => row * 7 - 3).ToArray()),
        ("evprox.mu / \"ä\"", Odd.Concat(Draw.Uniform(rows, -1, 1, seed: 1)).Take(rows).ToArray()),
        ("fault", Enumerable.Range(0, rows).Select(row => Texts[row % Texts.Length]).ToArray()),
    ]);
}
