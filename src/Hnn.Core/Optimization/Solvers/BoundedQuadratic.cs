using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Optimization.Solvers;

// BoundedQuadratic: the least p'Hp/2 + g'p with lower <= p <= upper, exactly, for a positive definite H and bounds around 0.
// Source: C. L. Lawson, R. J. Hanson, "Solving Least Squares Problems" (1974), ch. 23, with two bounds (P. B. Stark, R. L. Parker 1995).
internal static class BoundedQuadratic
{
    public static double[] Minimize(Matrix<double> curvature, ReadOnlySpan<double> gradient, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var count = gradient.Length;
        var step = new double[count];
        var isFree = new bool[count];
        for (var rounds = 0; rounds < 3 * count + 10; rounds++)
        {
            var entering = SteepestHeld(curvature, gradient, step, isFree, lower, upper);
            if (entering < 0)
                break;
            isFree[entering] = true;
            while (!MoveToFreeMinimum(curvature, gradient, step, isFree, lower, upper))
            {
            }
        }

        return step;
    }

    // The held coordinate along which the quadratic falls fastest within the bounds, or -1 if there is none.
    private static int SteepestHeld(Matrix<double> curvature, ReadOnlySpan<double> gradient, double[] step, bool[] isFree, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var (best, steepest) = (-1, 0.0);
        for (var i = 0; i < step.Length; i++)
        {
            if (isFree[i])
                continue;
            var slope = Slope(curvature, gradient, step, i);
            // A slope that is nothing but the rounding of its terms does not count.
            var isRounding = Math.Abs(slope) <= 1e-13 * Math.Abs(gradient[i]);
            var hasRoom = slope > 0 ? step[i] > lower[i] : step[i] < upper[i];
            if (!isRounding && hasRoom && Math.Abs(slope) > steepest)
                (best, steepest) = (i, Math.Abs(slope));
        }

        return best;
    }

    // Moves towards the minimum over the free coordinates; where a bound is in the way it stops there, holds that coordinate and says false.
    private static bool MoveToFreeMinimum(Matrix<double> curvature, ReadOnlySpan<double> gradient, double[] step, bool[] isFree, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var free = Enumerable.Range(0, step.Length).Where(i => isFree[i]).ToArray();
        if (free.Length == 0)
            return true;
        var slopes = Vector<double>.Build.Dense(free.Length);
        for (var k = 0; k < free.Length; k++)
            slopes[k] = -Slope(curvature, gradient, step, free[k]);
        var move = Matrix<double>.Build.Dense(free.Length, free.Length, (j, k) => curvature[free[j], free[k]]).Cholesky().Solve(slopes);

        var (fraction, blocked) = (1.0, -1);
        for (var k = 0; k < free.Length; k++)
        {
            var i = free[k];
            var reach = ((move[k] > 0 ? upper[i] : lower[i]) - step[i]) / move[k];
            if (move[k] != 0 && reach < fraction)
                (fraction, blocked) = (reach, k);
        }

        for (var k = 0; k < free.Length; k++)
            step[free[k]] = Math.Clamp(step[free[k]] + fraction * move[k], lower[free[k]], upper[free[k]]);
        if (blocked < 0)
            return true;
        step[free[blocked]] = move[blocked] > 0 ? upper[free[blocked]] : lower[free[blocked]];
        isFree[free[blocked]] = false;
        return false;
    }

    private static double Slope(Matrix<double> curvature, ReadOnlySpan<double> gradient, double[] step, int i)
    {
        var slope = gradient[i];
        for (var j = 0; j < step.Length; j++)
            slope += curvature[i, j] * step[j];
        return slope;
    }
}
