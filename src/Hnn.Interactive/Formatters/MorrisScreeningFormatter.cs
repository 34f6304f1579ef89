using Hnn.Core.Optimization.Uncertainty;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Which parameters matter, by how much the loss changes over the range of each; the one that matters most first.</summary>
internal sealed class MorrisScreeningFormatter(FigureDrawing drawing) : ReportFormatter<MorrisScreening>(drawing)
{
    public override Report ReportOf(MorrisScreening value) => new(
        $"Elementary effects (Morris) of {NumberText.Count(value.Effects.Length, "parameter")}, from {NumberText.Count(value.Evaluations, "evaluation")}",
        [
            new Drawing(Plots.Plots.ElementaryEffects(value)),
            Table.Of(
                "Change of the loss over the whole range",
                value.Effects.OrderByDescending(effect => effect.MuStar),
                ("parameter", effect => effect.Parameter),
                ("mean size (μ*)", effect => NumberText.IfFinite(effect.MuStar)),
                ("mean (μ)", effect => NumberText.IfFinite(effect.Mu)),
                ("standard deviation (σ)", effect => NumberText.IfFinite(effect.Sigma)),
                ("effects", effect => NumberText.Whole(effect.Count))),
        ]);
}
