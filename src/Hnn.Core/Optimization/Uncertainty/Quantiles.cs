namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>Quantiles of weighted numbers.</summary>
internal static class Quantiles
{
    /// <summary>Quantiles of equally weighted numbers. See <see cref="Of(IReadOnlyList{double}, IReadOnlyList{double}, double[])"/>.</summary>
    public static double[] Of(IReadOnlyList<double> values, params double[] probabilities) =>
        Of(values, [.. Enumerable.Repeat(1.0, values.Count)], probabilities);

    /// <summary>Hazen's definition: each number stands in the middle of its share of the weight; between them the line is straight, beyond them flat.</summary>
    /// <param name="values">At least one number.</param>
    /// <param name="weights">One for each number, not negative, with a positive sum.</param>
    /// <param name="probabilities">Each from 0 to 1.</param>
    /// <remarks>With equal weights this is definition 5 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996).</remarks>
    public static double[] Of(IReadOnlyList<double> values, IReadOnlyList<double> weights, params double[] probabilities)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var total = weights.Sum();
        var middles = new double[order.Length];
        var below = 0.0;
        for (var k = 0; k < order.Length; k++)
        {
            middles[k] = (below + weights[order[k]] / 2) / total;
            below += weights[order[k]];
        }

        return [.. probabilities.Select(probability => At(probability))];

        double At(double probability)
        {
            var above = Array.FindIndex(middles, middle => middle >= probability);
            if (above < 0)
                return values[order[^1]];
            var (low, high) = (values[order[Math.Max(above - 1, 0)]], values[order[above]]);
            if (above == 0 || low == high)
                return high;
            return low + (high - low) * (probability - middles[above - 1]) / (middles[above] - middles[above - 1]);
        }
    }
}
