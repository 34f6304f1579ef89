using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using Hnn.Core.Optimization.Uncertainty;

namespace Hnn.Core.Tests.Optimization.Uncertainty;

/// <summary>Formulas as evaluators.</summary>
internal static class Evaluators
{
    /// <summary>The loss is a formula.</summary>
    public static PointEvaluator OfLoss(Func<ImmutableArray<double>, double> loss) =>
        (points, _) => [.. points.Select(point => new PointValue(point, loss(point), []))];

    /// <summary>The residuals are formulas.</summary>
    public static PointEvaluator OfResiduals(Func<ImmutableArray<double>, double[]> residuals) =>
        (points, _) => [.. points.Select(point => Value(point, residuals(point)))];

    /// <summary>A point with its residuals; the loss is the root of the sum of their squares.</summary>
    public static PointValue Value(ImmutableArray<double> point, double[] residuals) =>
        new(point, Math.Sqrt(residuals.Sum(value => value * value)), [.. residuals]);

    /// <summary>The value of a single point.</summary>
    public static PointValue At(this PointEvaluator evaluator, ImmutableArray<double> point) => evaluator([point], CancellationToken.None)[0];

    /// <summary>Ishigami's function with a = 7, b = 0.1; each coordinate is mapped to -π … π.</summary>
    public static double Ishigami(ImmutableArray<double> point)
    {
        var x = point.Select(u => Math.PI * (2 * u - 1)).ToArray();
        return Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);
    }
}
