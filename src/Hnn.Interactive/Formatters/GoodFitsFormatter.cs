using Hnn.Core.Optimization.Uncertainty;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Where the parameters lie among the fits that are about as good as the best, and which of them the data leave open.</summary>
internal sealed class GoodFitsFormatter(FigureDrawing drawing) : ReportFormatter<GoodFits>(drawing)
{
    /// <summary>What the numbers are, and how to have them in other units.</summary>
    public static Sentence Scale { get; } = new("Places within the bounds: 0 is the lower one, 1 the upper one. ToText(fit.NaturalValue) gives the parameters' own units.");

    public override Report ReportOf(GoodFits value) => new(
        $"Good fits: {Words.Count(value.Fits.Length, "fit")} with a loss within {Words.Percent(value.Tolerance - 1)} of the best, {Words.Short(value.Fits[0].Loss)}",
        [
            new Drawing(Plots.Plots.GoodFits(value)),
            Table.Of(
                "Ranges",
                value.Ranges,
                ("parameter", range => range.Parameter),
                ("least", range => Words.Rounded(range.Min)),
                ("lower quartile", range => Words.Rounded(range.LowerQuartile)),
                ("median", range => Words.Rounded(range.Median)),
                ("upper quartile", range => Words.Rounded(range.UpperQuartile)),
                ("greatest", range => Words.Rounded(range.Max)),
                ("", range => range.SpansWholeRange ? "not determined by the data" : "")),
            Scale,
        ]);
}
