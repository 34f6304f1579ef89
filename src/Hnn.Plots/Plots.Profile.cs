using System.Collections.Immutable;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Uncertainty;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private static readonly Color LimitColor = Color.FromHex("#D55E00");

    /// <summary>How well a fit can do at each value of a parameter: the profile, the loss up to which values count as compatible, and the values between the limits.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="profile">A profile of it, for example <c>fit.Profile("evprox2_mu")</c>.</param>
    /// <returns>A figure with one panel in the parameter's own unit; a logarithmic parameter has a logarithmic axis. Values that are compatible
    /// with the data are shaded, up to the end of the profile where nothing limits them; values at which nothing succeeded are left out.</returns>
    /// <exception cref="ArgumentException">The profile is not of a parameter of the fit, or nothing succeeded at any of its values.</exception>
    public static Figure Profile(FitResult fit, LikelihoodProfile profile)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.Index >= fit.FreeParameters.Length || fit.FreeParameters[profile.Index] != profile.Parameter)
        {
            throw new ArgumentException(
                $"'{profile.Parameter}' is not parameter {profile.Index} of the fit. Its free parameters are {string.Join(", ", fit.FreeParameters)}. "
                + "Pass a profile of the same fit.", nameof(profile));
        }

        double Natural(double coordinate) => fit.NaturalValue(profile.Index, coordinate);
        var done = profile.Points.Where(point => point.Fit.IsFinite).ToArray();
        if (done.Length == 0)
        {
            throw new ArgumentException(
                $"No evaluation succeeded at any of the {profile.Points.Length} values of '{profile.Parameter}', so there is no loss to show. "
                + "The faults in the fit's history may say why: profile again with bounds within which the network can be simulated.", nameof(profile));
        }

        var (first, last) = (Natural(profile.Points[0].Coordinate), Natural(profile.Points[^1].Coordinate));
        var (low, high) = (profile.Low is { } from ? Natural(from) : first, profile.High is { } to ? Natural(to) : last);
        var (floor, ceiling) = (done.Min(point => point.Fit.Loss), Math.Max(done.Max(point => point.Fit.Loss), profile.Threshold));
        var margin = (ceiling - floor) * 0.05;
        (floor, ceiling) = (floor - margin, ceiling + margin);
        ImmutableArray<double> x = [.. done.Select(point => Natural(point.Coordinate))], y = [.. done.Select(point => point.Fit.Loss)];
        var panel = new Panel
        {
            X = new Axis(profile.Parameter) { Min = first, Max = last, IsLogarithmic = IsLogarithmic(fit, profile.Index) },
            Y = LossAxis(fit.Objective) with { Min = floor, Max = ceiling },
            Traces =
            [
                new BandTrace { Name = "Compatible values", Color = Palette.Series(6), Opacity = 0.3, X = [low, high], Lower = [floor, floor], Upper = [ceiling, ceiling] },
                new LineTrace { Name = ThresholdName(profile), Color = LimitColor, Style = LineStyle.Dashed, X = [first, last], Y = [profile.Threshold, profile.Threshold] },
                new LineTrace { Name = profile.IsOptimized ? "Lowest loss" : "Lowest loss seen", Color = Palette.Series(1), X = x, Y = y },
                new PointTrace { Name = "Profile", Color = Palette.Series(1), IsInLegend = false, X = x, Y = y, Size = 7 },
                new PointTrace { Name = "Best", Color = Palette.Series(0), Marker = Marker.Diamond, Size = 10, X = [Natural(profile.Best.Point[profile.Index])], Y = [profile.Best.Loss] },
            ],
        };
        return new Figure { Panels = [panel] };
    }

    private static string ThresholdName(LikelihoodProfile profile) => profile.Confidence is { } confidence ? $"{Percent(confidence)} confidence" : "Tolerance";

    // Of a logarithmic parameter, half way is the geometric mean of the bounds.
    private static bool IsLogarithmic(FitResult fit, int parameter)
    {
        var (low, middle, high) = (fit.NaturalValue(parameter, 0), fit.NaturalValue(parameter, 0.5), fit.NaturalValue(parameter, 1));
        return low > 0 && Math.Abs(middle - Math.Sqrt(low * high)) < Math.Abs(middle - ((low + high) / 2));
    }
}
