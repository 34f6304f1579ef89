using System.Collections.Immutable;

namespace Hnn.Core.Analysis;

/// <summary>Local maxima of a waveform and how far each stands out.</summary>
/// <remarks>
/// The prominence of a maximum is its height above the higher of two lows: the lowest values on its left and on its right, up to
/// where the waveform rises above it or ends. Agrees with <c>scipy.signal.find_peaks(x, prominence=…)</c>.
/// </remarks>
public static class LocalMaxima
{
    /// <summary>Finds the maxima that stand out enough.</summary>
    /// <param name="values">The waveform. Its first and last sample are no maxima; of a flat top the middle is one.</param>
    /// <param name="prominence">Least prominence, in the waveform's unit.</param>
    /// <returns>Index and prominence of each, in order.</returns>
    public static ImmutableArray<(int Index, double Prominence)> Find(ReadOnlySpan<double> values, double prominence)
    {
        var found = ImmutableArray.CreateBuilder<(int Index, double Prominence)>();
        for (var start = 1; start < values.Length - 1; start++)
        {
            if (values[start] <= values[start - 1])
                continue;
            var top = start;
            while (start < values.Length - 1 && values[start + 1] == values[top])
                start++;
            if (start < values.Length - 1 && values[start + 1] < values[top])
                found.Add(((top + start) / 2, values[top] - Math.Max(Lowest(values, top, -1), Lowest(values, start, +1))));
        }

        return [.. found.Where(maximum => maximum.Prominence >= prominence)];
    }

    private static double Lowest(ReadOnlySpan<double> values, int from, int step)
    {
        var (top, lowest) = (values[from], values[from]);
        for (var i = from; i >= 0 && i < values.Length && values[i] <= top; i += step)
            lowest = Math.Min(lowest, values[i]);
        return lowest;
    }
}
