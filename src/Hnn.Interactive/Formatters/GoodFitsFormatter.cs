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
        $"Good fits: {NumberText.Count(value.Fits.Length, "fit")} with a loss within {NumberText.Percent(value.Tolerance - 1)} of the best, {NumberText.Short(value.Fits[0].Loss)}",
        [
            new Drawing(Plots.Plots.GoodFits(value)),
            Table.Of(
                "Ranges",
                value.Ranges,
                ("parameter", range => range.Parameter),
                ("least", range => NumberText.Rounded(range.Min)),
                ("lower quartile", range => NumberText.Rounded(range.LowerQuartile)),
                ("median", range => NumberText.Rounded(range.Median)),
                ("upper quartile", range => NumberText.Rounded(range.UpperQuartile)),
                ("greatest", range => NumberText.Rounded(range.Max)),
                ("", range => range.SpansWholeRange ? "not determined by the data" : "")),
            Scale,
        ]);
}
