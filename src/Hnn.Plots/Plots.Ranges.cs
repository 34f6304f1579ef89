using System.Collections.Immutable;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    /// <summary>Where the parameters lie among the fits that are about as good as the best.</summary>
    /// <param name="fits">The fits, for example <c>fit.GoodFits()</c>.</param>
    /// <returns>A figure with one panel and a row for each parameter, the first on top: a thin line from the least to the greatest value, a thick
    /// one over the middle half, a mark at the median. 0 is the parameter's lower bound, 1 its upper one.</returns>
    public static Figure GoodFits(GoodFits fits)
    {
        ArgumentNullException.ThrowIfNull(fits);
        return RangesOf("All", fits.Ranges);
    }

    /// <summary>Where the parameters lie according to a posterior, each for itself.</summary>
    /// <param name="posterior">The posterior, for example <c>fit.Posterior()</c>.</param>
    /// <returns>A figure as that of <see cref="GoodFits"/>; the thin lines go over the middle 95 %.</returns>
    /// <exception cref="ArgumentException">The posterior has no particles.</exception>
    public static Figure Posterior(AbcPosterior posterior)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        return RangesOf("Middle 95 %",
        [
            .. from name in posterior.Names
               let quantiles = posterior.Quantile(name, 0.025, 0.25, 0.5, 0.75, 0.975)
               select new ParameterRange(name, quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4]),
        ]);
    }

    private static Figure RangesOf(string whole, ImmutableArray<ParameterRange> ranges)
    {
        var panel = new Panel
        {
            X = new Axis("Place within the bounds") { Min = 0, Max = 1 },
            Y = new Axis("") { Ticks = NameTicks(ranges.Select(range => range.Parameter)), Min = ranges.Length - 0.5, Max = -0.5 },
            Traces =
            [
                Rows(whole, 2, Palette.Series(1), range => (range.Min, range.Max)),
                Rows("Middle half", 8, Palette.Series(6), range => (range.LowerQuartile, range.UpperQuartile)),
                new PointTrace
                {
                    Name = "Median",
                    Color = Palette.Series(0),
                    Marker = Marker.Diamond,
                    Size = 9,
                    X = [.. ranges.Select(range => range.Median)],
                    Y = [.. Enumerable.Range(0, ranges.Length).Select(row => (double)row)],
                },
            ],
        };
        return new Figure { Panels = [panel] };

        LineTrace Rows(string name, double width, Color color, Func<ParameterRange, (double From, double To)> ends) => new()
        {
            Name = name,
            Color = color,
            Width = width,
            X = [.. ranges.SelectMany(range => new[] { ends(range).From, ends(range).To, double.NaN })],
            Y = [.. ranges.SelectMany((_, row) => new[] { row, row, double.NaN })],
        };
    }
}
