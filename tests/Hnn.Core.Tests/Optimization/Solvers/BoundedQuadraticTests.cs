using Hnn.Core.Optimization.Solvers;
using MathNet.Numerics.LinearAlgebra;

namespace Hnn.Core.Tests.Optimization.Solvers;

public class BoundedQuadraticTests
{
    [Fact]
    public void No_coordinate_of_the_minimum_can_be_moved_with_gain()
    {
        var atBounds = 0;
        for (var seed = 1UL; seed <= 200; seed++)
        {
            var random = new SolverRandom(seed);
            var count = 1 + random.NextIndex(8);
            var factor = Matrix<double>.Build.Dense(count, count, (_, _) => random.NextNormal());
            var curvature = factor * factor.Transpose() + Matrix<double>.Build.DenseIdentity(count) * 1e-3;
            double[] gradient = [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
            double[] lower = [.. Enumerable.Range(0, count).Select(i => i == 0 ? 0 : -random.NextUniform())];
            double[] upper = [.. Enumerable.Range(0, count).Select(_ => random.NextUniform())];

            var step = BoundedQuadratic.Minimize(curvature, gradient, lower, upper);

            // The slope is zero inside, and outward at bounds: the conditions of Karush, Kuhn and Tucker. 1e-9: solves with a condition of up to 1e5.
            var slopes = (curvature * Vector<double>.Build.DenseOfArray(step) + Vector<double>.Build.DenseOfArray(gradient)).ToArray();
            for (var i = 0; i < count; i++)
            {
                Assert.InRange(step[i], lower[i], upper[i]);
                Assert.InRange(slopes[i], step[i] == upper[i] ? double.NegativeInfinity : -1e-9, step[i] == lower[i] ? double.PositiveInfinity : 1e-9);
                atBounds += step[i] == lower[i] || step[i] == upper[i] ? 1 : 0;
            }
        }

        Assert.InRange(atBounds, 200, 700);
    }
}
