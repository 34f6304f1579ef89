using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Results;
using Hnn.Core.Sweeps;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    // From dark to light; the lightest colours of the whole map cannot be seen as lines on white.
    private static readonly Colormap DarkViridis = new("dark-viridis", [.. Enumerable.Range(0, 9).Select(step => Colormap.Viridis.At(0.9 * step / 8))]);

    // In decades: a logarithm's rounding must not cost the mark at the end of a colour bar.
    private const double TickRounding = 1e-9;

    /// <summary>The dipoles of a sweep over each other, coloured by the value of a parameter: the averages of their trials.</summary>
    /// <param name="points">The points, as <see cref="ParameterSweep.Run"/> returns them; some of them to keep the other parameters fixed. Points that failed are left out.</param>
    /// <param name="parameter">Name of the parameter that gives the colour.</param>
    /// <param name="unit">Unit of the parameter; empty for none. Default: none.</param>
    /// <param name="layer">A layer that all dipoles have. Default: the whole.</param>
    /// <returns>A figure as that of the other overload.</returns>
    /// <exception cref="ArgumentException">There is no point, or points have no results: they were read from files, or the sweep kept none.</exception>
    /// <exception cref="KeyNotFoundException">There is no such parameter or layer.</exception>
    /// <example><c>Plots.SweepDipoles(points.Where(point => point.Parameters["sigma"] == 3), "weight", "µS")</c></example>
    public static Figure SweepDipoles(IEnumerable<SweepPoint> points, string parameter, string unit = "", string layer = Dipole.Aggregate)
    {
        ArgumentNullException.ThrowIfNull(points);
        var done = points.Where(point => point.Fault is null).ToArray();
        if (done.FirstOrDefault(point => point.Result is null) is { } bare)
        {
            throw new ArgumentException(
                $"Point {bare.Index} has no result: it was read from files, or the sweep kept none. Pass values and dipoles, for example with {nameof(SweepStore)}.{nameof(SweepStore.Dipoles)}, or set {nameof(ParameterSweep.KeepResults)}.",
                nameof(points));
        }

        return SweepDipoles(done.Select(point => (point.Parameters[parameter], AverageOf([.. point.Result!.Dipoles]))), parameter, unit, layer);
    }

    /// <summary>Dipoles over each other, coloured by a number that belongs to each, for example those of a stored sweep.</summary>
    /// <param name="dipoles">Number and dipole, each; at least one.</param>
    /// <param name="parameter">What the numbers are.</param>
    /// <param name="unit">Their unit; empty for none. Default: none.</param>
    /// <param name="layer">A layer that all dipoles have. Default: the whole.</param>
    /// <returns>A figure with one panel: a line for each dipole, in ascending order of the numbers, with a mark where it is farthest from zero. Numbers over
    /// two powers of ten have colours by their logarithm.</returns>
    /// <exception cref="ArgumentException">There is no dipole.</exception>
    /// <exception cref="KeyNotFoundException">A dipole lacks the layer.</exception>
    public static Figure SweepDipoles(IEnumerable<(double Value, Dipole Dipole)> dipoles, string parameter, string unit = "", string layer = Dipole.Aggregate)
    {
        ArgumentNullException.ThrowIfNull(dipoles);
        var ordered = dipoles.OrderBy(each => each.Value).ToArray();
        if (ordered.Length == 0)
            throw new ArgumentException("No dipole was given, so there is nothing to show. Pass at least one.", nameof(dipoles));

        var values = ordered.Select(each => each.Value).ToArray();
        var (place, scale) = ScaleByValue(values, new Axis(parameter, unit));
        var farthest = ordered.Select(each => (each.Dipole.Times, Moments: each.Dipole[layer])).Select(each => (each.Times, each.Moments, Sample: Farthest(each.Moments))).ToArray();
        var panel = new Panel
        {
            X = TimeAxis,
            Y = MomentAxis(layer, Named(ordered.Select(each => (parameter, each.Dipole))).Unit),
            Traces =
            [
                .. ordered.Select(each => new LineTrace
                {
                    Name = string.Create(CultureInfo.InvariantCulture, $"{parameter} {each.Value:G5}"),
                    Color = scale.ColorOf(place(each.Value)),
                    IsInLegend = false,
                    X = each.Dipole.Times,
                    Y = each.Dipole[layer],
                }),
                new PointTrace
                {
                    Name = parameter,
                    Color = Palette.Series(0),
                    IsInLegend = false,
                    X = [.. farthest.Select(each => each.Times[each.Sample])],
                    Y = [.. farthest.Select(each => each.Moments[each.Sample])],
                    Coloring = new Coloring(scale, [[.. values.Select(place)]]),
                },
            ],
        };
        return new Figure { Panels = [panel] };
    }

    private static (Func<double, double> Place, ColorScale Scale) ScaleByValue(double[] values, Axis axis)
    {
        var isLogarithmic = ParameterAxis(axis, values).IsLogarithmic;
        Func<double, double> place = isLogarithmic ? Math.Log10 : value => value;
        var (low, high) = (values.Select(place).Min(), values.Select(place).Max());
        return (place, new ColorScale(axis with { Ticks = isLogarithmic ? TicksOfPowers(low, high) : [] }, DarkViridis, low, high));
    }

    // 1, 2 and 5 times the powers of ten between two logarithms.
    private static ImmutableArray<Tick> TicksOfPowers(double low, double high)
    {
        int[] parts = [1, 2, 5];
        return
        [
            .. from power in Enumerable.Range((int)Math.Floor(low), (int)Math.Ceiling(high) - (int)Math.Floor(low) + 1)
               from part in parts
               let at = Math.Log10(part) + power
               where at >= low - TickRounding && at <= high + TickRounding
               select new Tick(at, Math.Pow(10, at).ToString("G2", CultureInfo.InvariantCulture)),
        ];
    }

    private static int Farthest(ImmutableArray<double> values) => Enumerable.Range(0, values.Length).MaxBy(sample => Math.Abs(values[sample]));
}
