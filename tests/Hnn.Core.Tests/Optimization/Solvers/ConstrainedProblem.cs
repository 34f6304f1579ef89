using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;
using X = System.Collections.Immutable.ImmutableArray<double>;

namespace Hnn.Core.Tests.Optimization.Solvers;

/// <summary>The ten problems of Powell's paper on COBYLA (1994): loss, constraints that must not be negative, and the known minimum. All start from ones.</summary>
internal sealed record ConstrainedProblem(string Name, int Dimension, double Minimum, Func<X, double> Loss, Func<X, X> Constraints)
{
    public static ImmutableArray<ConstrainedProblem> Powell { get; } =
    [
        new("quadratic", 2, 0, x => 10 * Square(x[0] + 1) + Square(x[1]), _ => []),
        new("circle", 2, -0.5, x => x[0] * x[1], x => [1 - Square(x[0]) - Square(x[1])]),
        new("ellipsoid", 3, -1 / (9 * Math.Sqrt(2)), x => x[0] * x[1] * x[2], x => [1 - Square(x[0]) - 2 * Square(x[1]) - 3 * Square(x[2])]),
        new("weak Rosenbrock", 2, 0, x => Square(Square(x[0]) - x[1]) + Square(1 + x[0]), _ => []),
        new("Rosenbrock", 2, 0, x => 10 * Square(Square(x[0]) - x[1]) + Square(1 + x[0]), _ => []),
        new("Fletcher 9.1.15", 2, -Math.Sqrt(2), x => -x[0] - x[1], x => [x[1] - Square(x[0]), 1 - Square(x[0]) - Square(x[1])]),
        new("Fletcher 14.4.2", 3, -3, x => x[2], x =>
            [5 * x[0] - x[1] + x[2], x[2] - Square(x[0]) - Square(x[1]) - 4 * x[1], x[2] - 5 * x[0] - x[1]]),
        new("Rosen-Suzuki", 4, -44, RosenSuzuki, RosenSuzukiConstraints),
        new("Hock-Schittkowski 100", 7, 680.6300573, HockSchittkowski, HockSchittkowskiConstraints),
        new("hexagon", 9, -Math.Sqrt(3) / 2, Hexagon, HexagonConstraints),
    ];

    /// <summary>Runs the method to its end and returns the best point and the number of evaluations.</summary>
    public (ConstrainedValue Best, int Evaluations) Solve(double initialRadius, double finalRadius)
    {
        var method = new CobylaMethod([.. Enumerable.Repeat(1.0, Dimension)], initialRadius, finalRadius);
        var evaluations = 0;
        foreach (var batch in method.Batches())
        {
            evaluations += batch.Count;
            method.Tell([.. batch.Select(x => new ConstrainedValue(x, Loss(x), Constraints(x)))]);
            if (evaluations > 5000)
                break;
        }

        return (method.Best, evaluations);
    }

    private static double Square(double x) => x * x;

    private static double RosenSuzuki(X x) =>
        Square(x[0]) + Square(x[1]) + 2 * Square(x[2]) + Square(x[3]) - 5 * x[0] - 5 * x[1] - 21 * x[2] + 7 * x[3];

    private static X RosenSuzukiConstraints(X x) =>
    [
        8 - Square(x[0]) - Square(x[1]) - Square(x[2]) - Square(x[3]) - x[0] + x[1] - x[2] + x[3],
        10 - Square(x[0]) - 2 * Square(x[1]) - Square(x[2]) - 2 * Square(x[3]) + x[0] + x[3],
        5 - 2 * Square(x[0]) - Square(x[1]) - Square(x[2]) - 2 * x[0] + x[1] + x[3],
    ];

    private static double HockSchittkowski(X x) =>
        Square(x[0] - 10) + 5 * Square(x[1] - 12) + Math.Pow(x[2], 4) + 3 * Square(x[3] - 11)
        + 10 * Math.Pow(x[4], 6) + 7 * Square(x[5]) + Math.Pow(x[6], 4) - 4 * x[5] * x[6] - 10 * x[5] - 8 * x[6];

    private static X HockSchittkowskiConstraints(X x) =>
    [
        127 - 2 * Square(x[0]) - 3 * Math.Pow(x[1], 4) - x[2] - 4 * Square(x[3]) - 5 * x[4],
        282 - 7 * x[0] - 3 * x[1] - 10 * Square(x[2]) - x[3] + x[4],
        196 - 23 * x[0] - Square(x[1]) - 6 * Square(x[5]) + 8 * x[6],
        -4 * Square(x[0]) - Square(x[1]) + 3 * x[0] * x[1] - 2 * Square(x[2]) - 5 * x[5] + 11 * x[6],
    ];

    private static double Hexagon(X x) =>
        -0.5 * (x[0] * x[3] - x[1] * x[2] + x[2] * x[8] - x[4] * x[8] + x[4] * x[7] - x[5] * x[6]);

    private static X HexagonConstraints(X x) =>
    [
        1 - Square(x[2]) - Square(x[3]),
        1 - Square(x[8]),
        1 - Square(x[4]) - Square(x[5]),
        1 - Square(x[0]) - Square(x[1] - x[8]),
        1 - Square(x[0] - x[4]) - Square(x[1] - x[5]),
        1 - Square(x[0] - x[6]) - Square(x[1] - x[7]),
        1 - Square(x[2] - x[4]) - Square(x[3] - x[5]),
        1 - Square(x[2] - x[6]) - Square(x[3] - x[7]),
        1 - Square(x[6]) - Square(x[7] - x[8]),
        x[0] * x[3] - x[1] * x[2],
        x[2] * x[8],
        -x[4] * x[8],
        x[4] * x[7] - x[5] * x[6],
        x[8],
    ];
}
