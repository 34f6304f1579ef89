using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Core.Results;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    /// <summary>Between which values the dipoles of an ensemble of parameters lie, with the measured dipole and, if given, the best one.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="band">The band of the ensemble, for example <c>fit.PredictedDipoles(fit.GoodFits().Fits.Select(good => good.Point))</c>.</param>
    /// <param name="best">The same of the best parameters alone, <c>fit.PredictedDipoles([fit.BestEvaluation.Point])</c>; its median is drawn. Default: the median of the ensemble instead.</param>
    /// <returns>A figure with one panel.</returns>
    /// <exception cref="ArgumentException">The best has another number of samples than the band.</exception>
    public static Figure PredictedDipoles(FitResult fit, PredictiveBand band, PredictiveBand? best = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(band);
        if (best is not null && best.Median.Length != band.Median.Length)
            throw new ArgumentException($"The best dipole has {best.Median.Length} samples and the band {band.Median.Length}. Predict both from the same fit.", nameof(best));

        var scale = fit.Options.ScaleFactor;
        var times = string.Create(CultureInfo.InvariantCulture, $"{(scale == 1 ? "" : $" × {scale}")}");
        ImmutableArray<double> x = [.. Enumerable.Range(0, band.Median.Length).Select(sample => sample * fit.Options.TimeStep)];
        List<Trace> traces =
        [
            new BandTrace { Name = $"{Percent(band.Coverage)} of the predictions{times}", Color = Palette.Series(6), Opacity = 0.4, X = x, Lower = band.Low, Upper = band.High },
            new LineTrace { Name = (best is null ? "Median prediction" : "Best") + times, Color = Palette.Series(1), X = x, Y = (best ?? band).Median },
        ];
        if (fit.Target is { } target)
            traces.Add(new LineTrace { Name = "Measured", Color = Palette.Series(0), Style = LineStyle.Dashed, X = target.Times, Y = target[Dipole.Aggregate] });
        return new Figure { Panels = [new Panel { X = TimeAxis with { Min = 0, Max = x[^1] }, Y = new Axis("Dipole moment", "nAm"), Traces = [.. traces] }] };
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");
}
