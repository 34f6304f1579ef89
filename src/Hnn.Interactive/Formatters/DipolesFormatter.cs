using Hnn.Core.Results;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;
using Hnn.Plots;

namespace Hnn.Interactive.Formatters;

/// <summary>Several dipoles, for example those of all trials: over each other, with their mean where they are alike.</summary>
internal sealed class DipolesFormatter(FigureDrawing drawing) : ReportFormatter<IEnumerable<Dipole>>(drawing)
{
    public override Report ReportOf(IEnumerable<Dipole> value)
    {
        var dipoles = value.ToArray();
        return dipoles.Length == 0
            ? new Report("No dipoles")
            : new Report(
                NumberText.Count(dipoles.Length, "dipole"),
                new Drawing(FigureOf(dipoles)),
                PeakTable.OfRanges(dipoles.Select((dipole, index) => ($"dipole {NumberText.Whole(index)}", dipole, Dipole.Aggregate))));
    }

    /// <summary>Trials with their mean; what cannot be averaged, each by itself.</summary>
    public static Figure FigureOf(IReadOnlyList<Dipole> dipoles) => AreTrials(dipoles)
        ? Plots.Plots.DipoleTrials(dipoles)
        : Plots.Plots.Dipoles([.. dipoles.Select((dipole, index) => ($"Dipole {NumberText.Whole(index)}", dipole))]);

    private static bool AreTrials(IReadOnlyList<Dipole> dipoles) => dipoles.All(dipole =>
        dipole.TrialCount == 1 && dipole.ScaleApplied == dipoles[0].ScaleApplied && dipole.Layers.SequenceEqual(dipoles[0].Layers) && dipole.Times.SequenceEqual(dipoles[0].Times));
}
