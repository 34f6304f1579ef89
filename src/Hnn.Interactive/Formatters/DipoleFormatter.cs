using Hnn.Core.Results;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;

namespace Hnn.Interactive.Formatters;

/// <summary>Dipoles: their layers over time, their deflections and ranges.</summary>
internal sealed class DipoleFormatter(FigureDrawing drawing) : ReportFormatter<Dipole>(drawing)
{
    public override Report ReportOf(Dipole value) => new(
        TitleOf(value),
        new Drawing(Plots.Plots.DipoleLayers(value)),
        PeakTable.OfDeflections(value),
        PeakTable.OfRanges(value.Layers.Select(layer => (layer == Dipole.Aggregate ? "whole" : layer, value, layer))));

    private static string TitleOf(Dipole dipole)
    {
        var trials = dipole.TrialCount > 1 ? $"mean of {NumberText.Count(dipole.TrialCount, "trial")}, " : "";
        var scale = dipole.ScaleApplied == 1 ? "" : $", multiplied by {NumberText.Exact(dipole.ScaleApplied)}";
        return $"Dipole: {trials}{NumberText.Short(dipole.Times[0])} to {NumberText.Short(dipole.Times[^1])} ms, {NumberText.Count(dipole.Times.Length, "sample")}{scale}";
    }
}
