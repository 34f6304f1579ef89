using Hnn.Core.Networks;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Kinds of cells of a network: what is known of them, then their template.</summary>
internal sealed class CellTypeFormatter(FigureDrawing drawing) : ReportFormatter<CellType>(drawing)
{
    public override Report ReportOf(CellType value) => new(
        $"Cell type {value.Name}",
        [
            Table.OfPairs(
                "",
                ("template", value.Cell.Name),
                ("morphology", value.Morphology),
                ("layer", value.Layer),
                ("effect", Name(value.Polarity)),
                ("contributes to the dipole", NumberText.YesNo(value.ContributesToDipole)),
                ("source", value.Reference)),
            .. CellFormatter.PartsOf(value.Cell, Plots.Plots.Morphology(value)),
        ]);

    /// <summary>A polarity as readers write it.</summary>
    public static string Name(Polarity polarity) => polarity == Polarity.Excitatory ? "excitatory" : "inhibitory";
}
