using System.Collections.Immutable;
using Hnn.Core.Sweeps;
using Hnn.Interactive.Charts;
using Hnn.Interactive.Reports;
using Hnn.Plots;

namespace Hnn.Interactive.Formatters;

/// <summary>The points of a sweep: a row each, and their summaries over the parameters where one or two of these vary.</summary>
internal sealed class SweepPointsFormatter(FigureDrawing drawing) : ReportFormatter<IEnumerable<SweepPoint>>(drawing, hasPicture: false)
{
    // So many rows are read at a glance; more are folded away.
    private const int RowsShown = 20;

    public override Report ReportOf(IEnumerable<SweepPoint> value)
    {
        var points = value.ToArray();
        return new Report($"Sweep: {NumberText.Count(points.Length, "point")}{FailuresOf(points)}", [.. PartsOf(points)]);
    }

    /// <summary>How many points failed, as the end of a title.</summary>
    public static string FailuresOf(IReadOnlyCollection<SweepPoint> points) =>
        points.Count(point => point.Fault is not null) is > 0 and var failed ? $", {NumberText.Whole(failed)} failed" : "";

    /// <summary>Figure and table.</summary>
    public static IEnumerable<Part> PartsOf(IReadOnlyList<SweepPoint> points)
    {
        if (points.Count == 0)
            yield break;
        if (FigureOf(points) is { } figure)
            yield return new Drawing(figure);
        var table = TableOf(points);
        yield return points.Count > RowsShown ? new Fold("All points", [table]) : table;
    }

    // Over three parameters or more there is no figure of all points.
    private static Figure? FigureOf(IReadOnlyList<SweepPoint> points)
    {
        var varied = points[0].Parameters.Keys.Count(name => points.Any(point => point.Parameters[name] != points[0].Parameters[name]));
        var summaries = points[0].Summaries.Keys.Where(name => points.Any(point => double.IsFinite(point[name]))).ToArray();
        return varied is 1 or 2 && summaries.Length > 0
            ? Figure.Rows([.. summaries.Select(summary => Plots.Plots.Sweep(points, summary))])
            : null;
    }

    private static Table TableOf(IReadOnlyList<SweepPoint> points)
    {
        var (parameters, summaries) = (points[0].Parameters.Keys.ToArray(), points[0].Summaries.Keys.ToArray());
        string[] fault = points.Any(point => point.Fault is not null) ? ["fault"] : [];
        return new Table(
            "",
            ["point", .. parameters, .. summaries, .. fault],
            [
                .. points.Select(point => (ImmutableArray<string>)
                [
                    NumberText.Whole(point.Index),
                    .. parameters.Select(name => NumberText.Short(point.Parameters[name])),
                    .. summaries.Select(name => NumberText.IfFinite(point[name])),
                    .. fault.Select(_ => point.Fault ?? ""),
                ]),
            ]);
    }
}
