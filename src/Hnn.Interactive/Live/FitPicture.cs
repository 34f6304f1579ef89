using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;
using Hnn.Plots;
using Hnn.Plots.Traces;

namespace Hnn.Interactive.Live;

/// <summary>The picture of a fit in progress: dipoles at the left, the least loss so far at the right.</summary>
internal static class FitPicture
{
    // Low enough to leave the cell in sight.
    private const double Height = 0.8;

    /// <summary>Draws what there is.</summary>
    /// <param name="target">The measured dipole; null for none.</param>
    /// <param name="best">The best dipole so far; null for none.</param>
    /// <param name="last">The last dipole; null for none.</param>
    /// <param name="bests">The least loss after each evaluation; infinite before the first that succeeded.</param>
    /// <param name="budget">Number of evaluations the axis has room for.</param>
    /// <param name="loss">What is minimised.</param>
    public static Figure Of(Dipole? target, Dipole? best, Dipole? last, IReadOnlyList<double> bests, int budget, Objective loss)
    {
        (string Name, Dipole? Dipole)[] dipoles = [("Target", target), ("Best", best), ("Last", last)];
        var known = dipoles.Where(each => each.Dipole is not null).Select(each => (each.Name, each.Dipole!)).ToArray();
        var losses = new Figure { Panels = [LossPanel(bests, budget, loss)] };
        return known.Length == 0 ? losses : Figure.Columns(WithHeight(Plots.Plots.Dipoles(known)), losses);
    }

    private static Figure WithHeight(Figure figure) => figure with { Panels = [.. figure.Panels.Select(panel => panel with { Area = panel.Area with { Width = 1.6, Height = Height } })] };

    private static Panel LossPanel(IReadOnlyList<double> bests, int budget, Objective loss) => new()
    {
        X = new Axis("Evaluation") { Min = 0, Max = budget + 1 },
        Y = Plots.Plots.LossAxis(loss),
        Area = Area.One with { Height = Height },
        Traces = [Plots.Plots.RunningBest("Best so far", bests.Select((best, index) => (index + 1, best)), index: 1) with { Style = LineStyle.Solid, IsInLegend = false }],
    };
}
