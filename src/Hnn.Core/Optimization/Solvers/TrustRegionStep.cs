using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Optimization.Solvers;

/// <summary>The step of a linear model inside a ball and bounds: it first violates the constraints as little as possible, then makes the loss as small as possible.</summary>
/// <remarks>
/// The subproblem of M. J. D. Powell (1994), section 3. He follows the shortest best step while the ball grows. Here the same path is
/// followed by nearest points: of 0 while less and less slack is given to the constraints, then of points ever farther downhill. The path consists of
/// straight pieces, and a chord of it leaves no constraint that both its ends satisfy: so its point on the ball is a good step, however long the chord.
/// </remarks>
internal static class TrustRegionStep
{
    private const int Iterations = 40;
    private const double FarDownhill = 1e6;
    private const double Close = 1e-9;

    /// <summary>Finds the step.</summary>
    /// <param name="gradient">Slope of the loss. Shape: [dimension].</param>
    /// <param name="constraints">Slope and value of each constraint; not negative where it is satisfied.</param>
    /// <param name="lower">Lower bounds of the step, not above 0. Shape: [dimension].</param>
    /// <param name="upper">Upper bounds of the step, not below 0. Shape: [dimension].</param>
    /// <param name="radius">Radius of the ball. Positive.</param>
    public static double[] Solve(
        double[] gradient, IReadOnlyList<(double[] Slope, double Value)> constraints, double[] lower, double[] upper, double radius)
    {
        var region = new LinearRegion(
            [.. constraints.Select(constraint => (constraint.Slope, constraint.Value / radius))],
            [.. lower.Select(bound => bound / radius)],
            [.. upper.Select(bound => bound / radius)]);
        var origin = Vector<double>.Build.Dense(gradient.Length);
        var needed = constraints.Count == 0 ? 0 : Math.Max(0, -constraints.Min(constraint => constraint.Value)) / radius;

        var (step, slack) = Restore(region, origin, needed);
        var steepest = Vector<double>.Build.Dense(gradient).Normalize(2);
        if (steepest.L2Norm() > 0 && step.L2Norm() < 1 - Close)
            step = Descend(region, step, slack, -steepest);
        return [.. step.Multiply(radius)];
    }

    // The shortest step with the least violation that can be reached within the ball, and that violation.
    private static (Vector<double> Step, double Slack) Restore(LinearRegion region, Vector<double> origin, double needed)
    {
        if (region.SmallestSlack >= needed)
            return (origin, needed);
        var nearest = region.Nearest(origin, region.SmallestSlack);
        if (nearest is not null && nearest.L2Norm() <= 1)
            return (nearest, region.SmallestSlack);
        var chord = new Chord(origin, needed, nearest, region.SmallestSlack);
        for (var i = 0; i < Iterations && !chord.IsShort; i++)
            chord.Halve(slack => region.Nearest(origin, slack), useCrossing: i % 2 == 0);
        return chord.Crossing();
    }

    // The step that lies lowest among those that violate nothing by more than the slack.
    private static Vector<double> Descend(LinearRegion region, Vector<double> step, double slack, Vector<double> downhill)
    {
        var (near, inner) = (0.0, step);
        for (var far = 1.0; ; far *= 10)
        {
            var outer = region.Nearest(downhill * far, slack);
            if (outer is null || outer.L2Norm() > 1)
            {
                var chord = new Chord(inner, near, outer, far);
                for (var i = 0; i < Iterations && !chord.IsShort; i++)
                    chord.Halve(distance => region.Nearest(downhill * distance, slack), useCrossing: i % 2 == 0);
                return chord.Crossing().Step;
            }

            (near, inner) = (far, outer);
            if (far >= FarDownhill)
                return inner;
        }
    }

    // Two points of a path, the second of them outside the ball or nowhere (null).
    private sealed class Chord(Vector<double> inner, double innerAt, Vector<double>? outer, double outerAt)
    {
        public bool IsShort =>
            Math.Abs(outerAt - innerAt) <= Close * Math.Max(outerAt, innerAt)
            || 1 - inner.L2Norm() <= Close
            || outer?.L2Norm() - 1 <= Close;

        // Replaces one end by the path's point where the chord crosses the ball, or by the one half-way.
        public void Halve(Func<double, Vector<double>?> path, bool useCrossing)
        {
            var at = useCrossing && outer is not null ? Crossing().At : (innerAt + outerAt) / 2;
            var point = path(at);
            if (point is not null && point.L2Norm() <= 1)
                (inner, innerAt) = (point, at);
            else
                (outer, outerAt) = (point, at);
        }

        // Where the chord crosses the ball; its inner end if the outer one is nowhere.
        public (Vector<double> Step, double At) Crossing()
        {
            if (outer is null)
                return (inner, innerAt);
            var along = outer - inner;
            var (a, b, c) = (along.DotProduct(along), inner.DotProduct(along), inner.DotProduct(inner) - 1);
            var share = Math.Clamp(-c / (b + Math.Sqrt(Math.Max(0, b * b - a * c))), 0, 1);
            return (inner + along * share, innerAt + share * (outerAt - innerAt));
        }
    }
}
