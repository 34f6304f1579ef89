using System.Collections.Immutable;
using Hnn.Core.Optimization.Solvers;

namespace Hnn.Core.Tests.Optimization.Solvers;

/// <summary>Lets solvers minimise formulas.</summary>
internal static class SolverRuns
{
    /// <summary>Runs a solver on a loss over the unit cube and returns all evaluations in order. Fails if a point lies outside.</summary>
    public static List<PointValue> Minimize(Solver solver, SolverProblem problem, Func<ImmutableArray<double>, double> loss) =>
        Run(solver, problem, point => new PointValue(point, loss(point), []));

    /// <summary>Runs a solver on residuals over the unit cube; the loss is the root of the sum of their squares.</summary>
    public static List<PointValue> MinimizeResiduals(Solver solver, SolverProblem problem, Func<ImmutableArray<double>, double[]> residuals) =>
        Run(solver, problem with { HasResiduals = true }, point =>
        {
            var values = residuals(point);
            return new PointValue(point, Math.Sqrt(values.Sum(value => value * value)), [.. values]);
        });

    /// <summary>Runs a solver on whatever an evaluation gives.</summary>
    public static List<PointValue> Run(Solver solver, SolverProblem problem, Func<ImmutableArray<double>, PointValue> evaluate)
    {
        var run = solver.Begin(problem);
        var history = new List<PointValue>();
        while (history.Count < problem.Budget)
        {
            var points = run.Ask(problem.Budget - history.Count);
            if (points.Count == 0)
                break;
            Assert.True(points.Count <= problem.Budget - history.Count);
            Assert.All(points, point => Assert.Equal(problem.Dimension, point.Length));
            Assert.All(points, point => Assert.All(point, coordinate => Assert.InRange(coordinate, 0, 1)));
            var values = points.Select(evaluate).ToList();
            history.AddRange(values);
            run.Tell(values);
        }

        return history;
    }
}
