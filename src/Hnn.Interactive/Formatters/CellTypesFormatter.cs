using Hnn.Core.Networks;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Lists of kinds of cells, for example all of a network: one row each.</summary>
internal sealed class CellTypesFormatter(FigureDrawing drawing) : ReportFormatter<IEnumerable<CellType>>(drawing, hasPicture: false)
{
    public override Report ReportOf(IEnumerable<CellType> value)
    {
        var types = value.ToArray();
        return new Report(
            NumberText.Count(types.Length, "cell type"),
            Table.Of(
                "",
                types,
                ("cell type", type => type.Name),
                ("layer", type => type.Layer),
                ("morphology", type => type.Morphology),
                ("effect", type => CellTypeFormatter.Name(type.Polarity)),
                ("sections", type => NumberText.Whole(type.Cell.Sections.Length)),
                ("in the dipole", type => NumberText.YesNo(type.ContributesToDipole))));
    }
}
