using Hnn.Core.Optimization.Uncertainty;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>What the data say about a parameter. There is no figure: its axis needs the fit.</summary>
internal sealed class LikelihoodProfileFormatter(FigureDrawing drawing) : ReportFormatter<LikelihoodProfile>(drawing, hasPicture: false)
{
    public override Report ReportOf(LikelihoodProfile value) => new(
        $"Profile of {value.Parameter} by its place within the bounds: {NumberText.Count(value.Points.Length, "point")}",
        new Sentence(value.Statement()),
        Table.Of(
            "",
            value.Points,
            ("place within the bounds", point => NumberText.Rounded(point.Coordinate)),
            ("lowest loss", point => NumberText.IfFinite(point.Fit.Loss)),
            ("compatible", point => NumberText.YesNo(point.Fit.Loss <= value.Threshold))),
        new Sentence("Plots.Profile(fit, profile) draws it and profile.ToText(fit.NaturalValue) writes it, both in the parameter's own unit."));
}
