using System.Collections.Immutable;
using System.Globalization;
using Hnn.Core.Sweeps;
using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots;

public static partial class Plots
{
    private const int MostValueTicks = 12;

    // In a panel of the usual height the numbers of more rows cannot be read.
    private const int MostRowsOfMap = 6;

    /// <summary>A summary of a sweep over the parameters that vary: a line over one, a heat map or coloured points over two.</summary>
    /// <param name="points">The points, as <see cref="ParameterSweep.Run"/> returns them or <see cref="SweepStore.Points"/> holds them; some of them to keep a parameter fixed.</param>
    /// <param name="summary">Name of the summary.</param>
    /// <param name="unit">Unit of the summary; empty for none. Default: none.</param>
    /// <param name="parameterUnits">Units of the parameters by their names. Default: none.</param>
    /// <returns>A figure with one panel. Points that failed are left out. Where every value of one parameter was simulated with every value of
    /// the other, there is a heat map with cells of one size whatever the distance of the values; else each point is a mark.</returns>
    /// <exception cref="ArgumentException">There is no point, none varies, or more than two parameters do.</exception>
    /// <exception cref="KeyNotFoundException">There is no such summary.</exception>
    /// <example><c>Plots.Sweep(points.Where(point => point.Parameters["sigma"] == 3), "peak", "nAm")</c></example>
    public static Figure Sweep(IEnumerable<SweepPoint> points, string summary, string unit = "", IReadOnlyDictionary<string, string>? parameterUnits = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        var all = points.ToArray();
        if (all.Length == 0)
            throw new ArgumentException("There is no point, so there is nothing to show. Pass the points of a sweep.", nameof(points));

        var varied = all[0].Parameters.Keys.Where(name => all.Select(point => point.Parameters[name]).Distinct().Skip(1).Any()).ToArray();
        var measure = new Axis(summary, unit);
        Axis AxisOf(string name) => new(name, parameterUnits?.GetValueOrDefault(name) ?? "");
        return varied switch
        {
            [var name] => new Figure { Panels = [SweepLine(all, AxisOf(name), summary, measure)] },
            [var x, var y] => new Figure { Panels = [IsProduct(all, x, y) ? SweepMap(all, AxisOf(x), AxisOf(y), summary, measure) : SweepPoints(all, AxisOf(x), AxisOf(y), summary, measure)] },
            [] => throw new ArgumentException("No parameter varies among the points, so there is nothing to show. Pass points that differ.", nameof(points)),
            _ => throw new ArgumentException(
                $"The parameters {string.Join(", ", varied)} vary, and a figure shows two at most. Pass only the points at one value of the others, for example with Where.", nameof(points)),
        };
    }

    private static Panel SweepLine(SweepPoint[] points, Axis parameter, string summary, Axis measure)
    {
        SweepPoint[] ordered = [.. points.OrderBy(point => point.Parameters[parameter.Quantity])];
        ImmutableArray<double> x = [.. ordered.Select(point => point.Parameters[parameter.Quantity])], y = [.. ordered.Select(point => point[summary])];
        return new Panel
        {
            X = ParameterAxis(parameter, x),
            Y = measure,
            Traces =
            [
                new LineTrace { Name = summary, Color = Palette.Series(1), IsInLegend = false, X = x, Y = y },
                new PointTrace { Name = summary, Color = Palette.Series(1), IsInLegend = false, X = x, Y = y, Size = 7 },
            ],
        };
    }

    private static Panel SweepMap(SweepPoint[] points, Axis x, Axis y, string summary, Axis measure)
    {
        var (columns, rows) = (ValuesOf(points, x.Quantity), ValuesOf(points, y.Quantity));
        var found = points.ToDictionary(point => (point.Parameters[x.Quantity], point.Parameters[y.Quantity]), point => point[summary]);
        return new Panel
        {
            X = x with { Ticks = ValueTicks(columns) },
            Y = y with { Ticks = ValueTicks(rows) },
            Area = rows.Length > MostRowsOfMap ? TallArea : Area.One,
            Traces =
            [
                new HeatmapTrace
                {
                    Name = summary,
                    Color = Palette.Series(1),
                    X = [.. Enumerable.Range(0, columns.Length).Select(column => (double)column)],
                    Y = [.. Enumerable.Range(0, rows.Length).Select(row => (double)row)],
                    Values = [.. rows.Select(row => columns.Select(column => found[(column, row)]).ToImmutableArray())],
                    Scale = ScaleOver(found.Values, measure),
                    ShowsNumbers = Math.Max(columns.Length, rows.Length) <= MostNumbersInRow,
                },
            ],
        };
    }

    private static Panel SweepPoints(SweepPoint[] points, Axis x, Axis y, string summary, Axis measure)
    {
        SweepPoint[] done = [.. points.Where(point => double.IsFinite(point[summary]))];
        ImmutableArray<double> values = [.. done.Select(point => point[summary])];
        var (across, up) = (done.Select(point => point.Parameters[x.Quantity]).ToImmutableArray(), done.Select(point => point.Parameters[y.Quantity]).ToImmutableArray());
        return new Panel
        {
            X = ParameterAxis(x, across),
            Y = ParameterAxis(y, up),
            Traces = [new PointTrace { Name = summary, Color = Palette.Series(1), X = across, Y = up, Size = 10, Coloring = new Coloring(ScaleOver(values, measure), [values]) }],
        };
    }

    private static bool IsProduct(SweepPoint[] points, string x, string y) =>
        points.Length == ValuesOf(points, x).Length * ValuesOf(points, y).Length
        && points.Select(point => (point.Parameters[x], point.Parameters[y])).Distinct().Count() == points.Length;

    private static double[] ValuesOf(SweepPoint[] points, string name) => [.. points.Select(point => point.Parameters[name]).Distinct().Order()];

    private static ColorScale ScaleOver(IEnumerable<double> values, Axis axis)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty().ToArray();
        return new ColorScale(axis, Colormap.Viridis, finite.Min(), finite.Max());
    }

    // Values over two powers of ten are seen on a logarithmic axis only.
    private static Axis ParameterAxis(Axis parameter, IReadOnlyCollection<double> values) =>
        parameter with { IsLogarithmic = values.Count > 0 && values.Min() > 0 && values.Max() / values.Min() >= 100 };

    private static ImmutableArray<Tick> ValueTicks(double[] values)
    {
        var step = (values.Length + MostValueTicks - 1) / MostValueTicks;
        return [.. values.Index().Where(value => value.Index % step == 0).Select(value => new Tick(value.Index, value.Item.ToString("G5", CultureInfo.InvariantCulture)))];
    }
}
