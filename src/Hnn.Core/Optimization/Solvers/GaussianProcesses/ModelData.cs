namespace Hnn.Core.Optimization.Solvers.GaussianProcesses;

/// <summary>Which evaluations a model is built on.</summary>
internal static class ModelData
{
    /// <summary>At most so many of the values: three quarters the best, the others spread evenly over the rest. Failed ones count as the worst that succeeded.</summary>
    /// <param name="values">All values, at least one of them finite.</param>
    /// <param name="most">Most values wanted.</param>
    public static List<PointValue> Select(IReadOnlyList<PointValue> values, int most)
    {
        var worst = Worst(values);
        if (values.Count <= most)
            return [.. values.Select(value => Repaired(value, worst))];
        var ordered = values.OrderBy(value => value.Loss).Select(value => Repaired(value, worst)).ToList();
        var best = ordered.Take(3 * most / 4).ToList();
        var (rest, others) = (ordered.Skip(best.Count).ToList(), most - best.Count);
        return [.. best, .. Enumerable.Range(0, others).Select(i => rest[i * rest.Count / others])];
    }

    /// <summary>The worst of the values that are finite.</summary>
    public static PointValue Worst(IEnumerable<PointValue> values) => values.Where(value => value.IsFinite).MaxBy(value => value.Loss)!;

    /// <summary>The value itself or, where the evaluation failed, its point with what the worst one was found to be worth.</summary>
    public static PointValue Repaired(PointValue value, PointValue worst) =>
        value.IsFinite ? value : worst with { Point = value.Point };

    /// <summary>Whether there is anything to be learned: two different finite losses.</summary>
    public static bool IsEnough(IEnumerable<PointValue> values) =>
        values.Select(value => value.Loss).Where(double.IsFinite).Distinct().Take(2).Count() == 2;

    /// <summary>Whether a point is, but for rounding, one of some others.</summary>
    public static bool Contains(IEnumerable<IReadOnlyList<double>> points, double[] point) =>
        points.Any(old => old.Zip(point, (x, y) => Math.Abs(x - y)).Max() < 1e-6);
}
